import { writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findPublicBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { forReaders } from '#app/routes/door.server.ts';
import { bundleFile } from './bundle-file.ts';

/** The rules, rankings and decisions of the published rounds, as a file anyone can check. */
export const loader = forReaders(async ({ part }) =>
  bundleFile(writeBundle(await findPublicBundle({ slug: part('slug') })), `${part('slug')}-cong-khai.json`),
);
