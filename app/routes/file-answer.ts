import { type FileType, fileTypes, isImage } from '#app/domain/ideas/idea-file.ts';
import { slugOf } from '#app/domain/vietnamese.ts';

type Sent = { name: string; mediaType: FileType; size: number; body: BodyInit };

/**
 * A file somebody gave: shown where it is a picture, saved where it is not; nothing in it can run or call out, and no cache that others
 * share keeps it. `again`: whether a browser may keep it and ask whether it is still there for them.
 */
export function fileAnswer({ name, mediaType, size, body }: Sent, { again }: { again: boolean }): Response {
  const plain = `${slugOf(name.replace(/\.\w+$/, '')) || 'tep'}.${fileTypes[mediaType].extension}`;
  // A name that is plain already is said once.
  const whole = name === plain ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `${isImage(mediaType) ? 'inline' : 'attachment'}; filename="${plain}"${whole}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': again ? 'private, no-cache' : 'private, no-store',
    },
  });
}
