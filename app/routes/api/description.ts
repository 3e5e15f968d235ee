import { z } from 'zod';
import { locales } from '#app/words/locales.ts';
import { describeApi } from './describe.server.ts';
import { forPrograms } from './door.server.ts';

export const loader = forPrograms(z.strictObject({ lang: z.enum(locales).default('vi') }), async ({ origin, locale }) =>
  describeApi({ origin, locale }),
);
