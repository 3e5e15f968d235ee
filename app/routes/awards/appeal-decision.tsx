import { redirect } from '@remix-run/node';
import { appealDecisionForm } from '#app/domain/awards/appeal.ts';
import { decideAppeal } from '#app/domain/awards/decide-appeal.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.appeals({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  await decideAppeal({ by: person, slug, number, appealId: part('id'), form: await form(appealDecisionForm) });
  return redirect(paths.appeals({ slug }, { number }));
});
