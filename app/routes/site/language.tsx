import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { chooseLanguage } from '#app/domain/people/choose-language.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';
import { languageCookie } from '#app/words/i18n.server.ts';
import { locales } from '#app/words/locales.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

const choice = z.object({ language: z.enum(locales), next: z.string().optional() });

export const action = forAnyone(async ({ form, person }) => {
  const { language, next } = await form(choice);
  if (person !== null) await chooseLanguage({ by: person, language });
  return redirect(ownAddress(next, paths.home()), { headers: { 'set-cookie': languageCookie(language) } });
});

export const loader = forAnyone(async () => redirect(paths.home()));
