import { findNominationFile } from '#app/domain/awards/find-nomination-file.server.ts';
import { fileTypes, isImage } from '#app/domain/ideas/idea-file.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { forOfficers } from '#app/routes/door.server.ts';

/** A file of a package; nothing in it can run or call out, and no cache that others share keeps it. */
export const loader = forOfficers(async ({ person, part }) => {
  const file = await findNominationFile({ by: person, id: part('id'), fileId: part('file') });
  const plain = `${slugOf(file.name.replace(/\.\w+$/, '')) || 'tep'}.${fileTypes[file.mediaType].extension}`;
  return new Response(file.body, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': `${isImage(file.mediaType) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
});
