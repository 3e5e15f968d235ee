import { redirect } from '@remix-run/node';
import { handoverForm } from '#app/domain/ideas/idea-form.ts';
import { offerLead } from '#app/domain/ideas/offer-lead.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  const { member } = await form(handoverForm);
  return redirect(paths.ideaTeam(await offerLead({ by: person, slug: part('slug'), memberId: member })));
});

export const loader = forMembers(async ({ part }) => redirect(paths.ideaTeam({ slug: part('slug') })));
