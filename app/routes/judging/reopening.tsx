import { redirect } from '@remix-run/node';
import { askReopening } from '#app/domain/judging/ask-reopening.server.ts';
import { reopeningForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.sheet({ id: part('id') })));

export const action = forMembers(async ({ part, person, form }) => {
  const { reason } = await form(reopeningForm);
  const id = part('id');
  await askReopening({ by: person, sheetId: id, reason });
  return redirect(paths.sheet({ id }));
});
