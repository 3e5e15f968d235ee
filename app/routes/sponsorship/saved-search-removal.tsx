import { redirect } from '@remix-run/node';
import { removeSearch } from '#app/domain/sponsorship/remove-search.server.ts';
import { removalForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, form }) => {
  await removeSearch({ by: person, ...(await form(removalForm)) });
  return redirect(paths.savedSearches());
});

export const loader = forMembers(async () => redirect(paths.savedSearches()));
