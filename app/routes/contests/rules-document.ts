import { findFrozenDocument } from '#app/domain/contests/find-frozen-document.server.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';

/** The frozen rules as the very text that was hashed: `sha256sum` of what is saved gives the published hash. */
export const loader = forReaders(async ({ part }) => {
  const { text, hash } = insistOn(await findFrozenDocument({ slug: part('slug') }));
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="the-le-${hash.slice(0, 12)}.json"`,
    },
  });
});
