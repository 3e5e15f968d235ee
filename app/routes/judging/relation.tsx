import { redirect } from '@remix-run/node';
import { layRelation } from '#app/domain/judging/lay-relation.server.ts';
import { relationForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.conflicts({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const typed = await form(relationForm);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await layRelation({
    by: person,
    slug,
    number,
    judgeNumber: typed.judge,
    other: typed.other,
    kind: typed.kind,
    since: typed.since,
    until: typed.until,
    note: typed.note,
  });
  return redirect(paths.conflicts({ slug }, { number }));
});
