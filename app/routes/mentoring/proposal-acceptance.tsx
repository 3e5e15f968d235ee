import { redirect } from '@remix-run/node';
import { acceptProposal } from '#app/domain/mentoring/accept-proposal.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) => {
  const { mentorshipId } = await acceptProposal({ by: person, id: part('id') });
  return redirect(mentorshipId === null ? paths.proposal({ id: part('id') }) : paths.mentorship({ id: mentorshipId }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.proposal({ id: part('id') })));
