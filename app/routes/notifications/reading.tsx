import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { readNotices } from '#app/domain/notifications/read-notices.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export const loader = forMembers(async () => redirect(paths.notices()));

const reading = z.object({ id: z.uuid().optional(), upTo: z.uuid().optional() });

export const action = forMembers(async ({ person, form }) => {
  await readNotices({ by: person, ...(await form(reading)) });
  return redirect(paths.notices());
});

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';
