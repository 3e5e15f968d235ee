import { redirect } from '@remix-run/node';
import { reopenCalibration } from '#app/domain/judging/reopen-calibration.server.ts';
import { calibrationReopeningForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.managedRound({ slug: part('slug') }, { number: numberIn(part('number')) })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const [slug, number] = [part('slug'), numberIn(part('number'))];
  const { judge, reason } = await form(calibrationReopeningForm);
  await reopenCalibration({ by: person, slug, number, judge, reason });
  return redirect(paths.managedRound({ slug }, { number }));
});
