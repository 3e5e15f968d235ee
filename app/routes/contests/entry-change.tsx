import { redirect } from '@remix-run/node';
import { changeEntry } from '#app/domain/contests/change-entry.server.ts';
import { entryChangeForm } from '#app/domain/contests/contest-form.ts';
import { answersIn } from '#app/domain/contests/entry-answers.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) =>
  redirect(paths.entry({ slug: part('slug') }, { number: part('number') })),
);

export const action = forMembers(async ({ part, person, form }) => {
  const { version, ...rest } = await form(entryChangeForm);
  const answers = answersIn(rest);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await changeEntry({
    by: person,
    slug,
    number,
    version,
    answers: Object.keys(answers).length === 0 ? undefined : answers,
  });
  return redirect(paths.entry({ slug }, { number }));
});
