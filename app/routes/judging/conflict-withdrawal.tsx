import { redirect } from '@remix-run/node';
import { conflictWithdrawalForm } from '#app/domain/judging/round-form.ts';
import { withdrawConflict } from '#app/domain/judging/withdraw-conflict.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.conflicts({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const typed = await form(conflictWithdrawalForm);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await withdrawConflict({ by: person, slug, number, conflictId: typed.conflict });
  return redirect(paths.conflicts({ slug }, { number }));
});
