import { redirect } from '@remix-run/node';
import { quotaForm } from '#app/domain/judging/outcome-form.ts';
import { setQuotas } from '#app/domain/judging/set-quotas.server.ts';
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
  await setQuotas({ by: person, slug, number, quotas: await form(quotaForm) });
  return redirect(paths.roundOutcomes({ slug }, { number }));
});
