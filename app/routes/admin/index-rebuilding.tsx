import { redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { askRebuild } from '#search/ask-rebuild.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part }) => {
  await askRebuild({ by: person, engine: part('engine') });
  return redirect(paths.indexes());
});

export const loader = forStaff(async () => redirect(paths.indexes()));
