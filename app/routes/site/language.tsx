import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { languageCookie } from '#app/words/i18n.server.ts';
import { locales } from '#app/words/locales.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

const choice = z.object({ language: z.enum(locales), next: z.string().optional() });

/** An address on this site only: one slash, and nothing a browser would read as another host. */
function ownAddress(next: string | undefined): string {
  if (!next?.startsWith('/') || next.length > 2000) return paths.home();
  const base = 'http://site.invalid';
  if (!URL.canParse(next, base)) return paths.home();
  const url = new URL(next, base);
  return url.origin === base ? url.pathname + url.search : paths.home();
}

export const action = forAnyone(async ({ form }) => {
  const { language, next } = await form(choice);
  return redirect(ownAddress(next), { headers: { 'set-cookie': languageCookie(language) } });
});

export const loader = forAnyone(async () => redirect(paths.home()));
