import { redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forAnyone(async ({ endSession }) => redirect(paths.home(), { headers: await endSession() }));

export const loader = forAnyone(async () => redirect(paths.home()));
