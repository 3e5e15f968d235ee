import { z } from 'zod';
import { NotFound } from '#app/domain/refusal.ts';
import { forPrograms } from './door.server.ts';

/** A program gets JSON even where there is nothing. */
export const loader = forPrograms(z.looseObject({}), async (): Promise<object> => {
  throw new NotFound();
});
