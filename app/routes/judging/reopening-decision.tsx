import { redirect } from '@remix-run/node';
import { decideReopening } from '#app/domain/judging/decide-reopening.server.ts';
import { reopeningDecisionForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.managedRound({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const { reopening, granted } = await form(reopeningDecisionForm);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await decideReopening({ by: person, slug, number, reopeningId: reopening, granted: granted === 'yes' });
  return redirect(paths.managedRound({ slug }, { number }));
});
