import { redirect } from '@remix-run/node';
import { changeStage } from '#app/domain/ideas/change-stage.server.ts';
import { stageForm } from '#app/domain/ideas/idea-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.idea({ slug: part('slug') })));

export const action = forMembers(async ({ person, part, form }) => {
  const { stage } = await form(stageForm);
  return redirect(paths.idea(await changeStage({ by: person, slug: part('slug'), stage })));
});
