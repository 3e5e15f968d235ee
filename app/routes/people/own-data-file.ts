import { findHeldData } from '#app/domain/people/find-held-data.server.ts';
import { forMembers } from '#app/routes/door.server.ts';

export const loader = forMembers(async ({ person }) => {
  const held = await findHeldData({ by: person });
  return new Response(`${JSON.stringify(held, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="y-hay-du-lieu-cua-toi.json"',
      'cache-control': 'no-store',
    },
  });
});
