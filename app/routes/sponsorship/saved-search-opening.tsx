import { redirect } from '@remix-run/node';
import { openSearch } from '#app/domain/sponsorship/open-search.server.ts';
import { removalForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, form }) => {
  const { query } = await openSearch({ by: person, ...(await form(removalForm)) });
  return redirect(query === '' ? paths.ideas() : `${paths.ideas()}?${query}`);
});

export const loader = forMembers(async () => redirect(paths.savedSearches()));
