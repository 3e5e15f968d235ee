import { writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { bundleFile } from './bundle-file.ts';

/** Every record, ballots under codes, for the teams, the officers and the units above. */
export const loader = forMembers(async ({ person, part }) =>
  bundleFile(writeBundle(await findFullBundle({ by: person, slug: part('slug') })), `${part('slug')}-day-du.json`),
);
