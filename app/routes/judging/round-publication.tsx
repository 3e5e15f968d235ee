import { redirect } from '@remix-run/node';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { publicationForm } from '#app/domain/judging/outcome-form.ts';
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
  const { seal } = await form(publicationForm);
  await publishRound({ by: person, slug, number, seal });
  return redirect(paths.roundOutcomes({ slug }, { number }));
});
