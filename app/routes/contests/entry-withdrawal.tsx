import { redirect } from '@remix-run/node';
import { entryWithdrawalForm } from '#app/domain/contests/contest-form.ts';
import { withdrawEntry } from '#app/domain/contests/withdraw-entry.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) =>
  redirect(paths.entry({ slug: part('slug') }, { number: part('number') })),
);

export const action = forMembers(async ({ part, person, form }) => {
  const { reason } = await form(entryWithdrawalForm);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await withdrawEntry({ by: person, slug, number, reason });
  return redirect(paths.entry({ slug }, { number }));
});
