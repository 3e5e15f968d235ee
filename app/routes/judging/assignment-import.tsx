import { redirect } from '@remix-run/node';
import { importAssignment } from '#app/domain/judging/import-assignment.server.ts';
import { importForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.assignment({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const typed = await form(importForm);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await importAssignment({ by: person, slug, number, pairs: typed.pairs });
  return redirect(paths.assignment({ slug }, { number }));
});
