import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { putOffTerms } from '#app/domain/people/agree-terms.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

const later = z.object({ next: z.string().max(2000).optional() });

export const action = forMembers(async ({ session, form }) => {
  const { next } = await form(later);
  if (session !== null) await putOffTerms({ session: session.id });
  return redirect(ownAddress(next, paths.mine()));
});

export const loader = forMembers(async () => redirect(paths.newTerms()));
