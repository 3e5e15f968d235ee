import { redirect } from '@remix-run/node';
import { resumptionForm } from '#app/domain/contests/postponing.ts';
import { resumeContest } from '#app/domain/contests/resume-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.postponement({ slug: part('slug') })));

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  await resumeContest({ by: person, slug, ...(await form(resumptionForm)) });
  return redirect(paths.managedContest({ slug }));
});
