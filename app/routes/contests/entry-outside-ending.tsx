import { redirect } from '@remix-run/node';
import { reasonForm } from '#app/domain/contests/contest-form.ts';
import { endEntryOutside } from '#app/domain/contests/end-entry-outside.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.entryOutside({ slug: part('slug') }, { number: numberIn(part('number')) })),
);

export const action = forOfficers(async ({ person, part, form }) => {
  const { reason } = await form(reasonForm);
  const [slug, number] = [part('slug'), numberIn(part('number'))];
  await endEntryOutside({ by: person, slug, number, reason });
  return redirect(paths.entryOutside({ slug }, { number }));
});
