import { redirect } from '@remix-run/node';
import { relationWithdrawalForm } from '#app/domain/judging/round-form.ts';
import { withdrawRelation } from '#app/domain/judging/withdraw-relation.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.conflicts({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const typed = await form(relationWithdrawalForm);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await withdrawRelation({ by: person, slug, number, relationId: typed.relation });
  return redirect(paths.conflicts({ slug }, { number }));
});
