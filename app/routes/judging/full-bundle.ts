import { writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { bundleFile, bundleName, editionIn } from './bundle-file.ts';

/** Every record, ballots under codes, for the teams, the officers and the units above. */
export const loader = forMembers(async ({ person, part, url }) => {
  const edition = editionIn(url);
  const bundle = await findFullBundle({ by: person, slug: part('slug'), edition });
  return bundleFile(writeBundle(bundle), bundleName(part('slug'), 'day-du', edition));
});
