import { redirect } from '@remix-run/node';
import { overrideWithdrawalForm } from '#app/domain/judging/outcome-form.ts';
import { withdrawOverride } from '#app/domain/judging/override-outcome.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.roundOutcomes({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  const { override } = await form(overrideWithdrawalForm);
  await withdrawOverride({ by: person, slug, number, overrideId: override });
  return redirect(paths.roundOutcomes({ slug }, { number }));
});
