import { isImage } from '#app/domain/ideas/idea-file.ts';
import { findSheetFile } from '#app/domain/judging/find-sheet-file.server.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

/** A file of the entry, under a generated name, never kept by a cache that others share. */
export const loader = forMembers(async ({ part, person }) => {
  const { name, mediaType, size, body } = await findSheetFile({
    id: part('id'),
    number: numberIn(part('number')),
    by: person,
  });
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `${isImage(mediaType) ? 'inline' : 'attachment'}; filename="${name}"`,
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
});
