import { writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findPublicBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { forReaders } from '#app/routes/door.server.ts';
import { bundleFile, bundleName, editionIn } from './bundle-file.ts';

/** The rules, rankings and decisions of the published rounds, as a file anyone can check. */
export const loader = forReaders(async ({ part, url }) => {
  const edition = editionIn(url);
  const bundle = await findPublicBundle({ slug: part('slug'), edition });
  return bundleFile(writeBundle(bundle), bundleName(part('slug'), 'cong-khai', edition));
});
