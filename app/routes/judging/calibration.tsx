import { redirect } from '@remix-run/node';
import { chooseCalibration } from '#app/domain/judging/choose-calibration.server.ts';
import { calibrationForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.managedRound({ slug: part('slug') }, { number: numberIn(part('number')) })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const [slug, number] = [part('slug'), numberIn(part('number'))];
  const { entry } = await form(calibrationForm);
  await chooseCalibration({ by: person, slug, number, entryNumber: entry });
  return redirect(paths.managedRound({ slug }, { number }));
});
