import { redirect } from '@remix-run/node';
import { declineBusiness } from '#app/domain/sponsorship/decline-business.server.ts';
import { answerForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const { reason } = await form(answerForm);
  await declineBusiness({ by: person, slug: part('slug'), reason });
  return redirect(paths.businesses());
});

export const loader = forStaff(async () => redirect(paths.businesses()));
