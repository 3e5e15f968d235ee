import { redirect } from '@remix-run/node';
import { unfollowIdea } from '#app/domain/ideas/unfollow-idea.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, url }) => {
  const slug = part('slug');
  await unfollowIdea({ by: person, slug });
  return redirect(ownAddress(url.searchParams.get('tiep'), paths.idea({ slug })));
});

export const loader = forMembers(async ({ part }) => redirect(paths.idea({ slug: part('slug') })));
