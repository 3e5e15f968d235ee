import { redirect } from '@remix-run/node';
import { declineLead } from '#app/domain/ideas/decline-lead.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.ideaTeam(await declineLead({ by: person, id: part('id') }))),
);

export const loader = forMembers(async ({ part }) => redirect(paths.leadOffer({ id: part('id') })));
