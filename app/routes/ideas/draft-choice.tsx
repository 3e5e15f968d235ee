import { redirect } from '@remix-run/node';
import { asideChoiceForm } from '#app/domain/ideas/idea-form.ts';
import { settleAside } from '#app/domain/ideas/settle-aside.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.ideaDraft({ slug: part('slug') })));

export const action = forMembers(async ({ person, part, form }) => {
  const { aside, keep } = await form(asideChoiceForm);
  return redirect(paths.ideaDraft(await settleAside({ by: person, slug: part('slug'), asideId: aside, keep })));
});
