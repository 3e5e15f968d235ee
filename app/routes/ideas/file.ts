import { findFile } from '#app/domain/ideas/find-file.server.ts';
import { fileTypes, isImage } from '#app/domain/ideas/idea-file.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { forAnyone } from '#app/routes/door.server.ts';

/** Shown where it is a picture, saved where it is not; nothing in it can run or call out. */
export const loader = forAnyone(async ({ person, part }) => {
  const file = await findFile({ by: person, slug: part('slug'), fileId: part('id') });
  const plain = `${slugOf(file.name.replace(/\.\w+$/, '')) || 'tep'}.${fileTypes[file.mediaType].extension}`;
  return new Response(file.body, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': `${isImage(file.mediaType) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    },
  });
});
