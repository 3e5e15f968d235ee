import type { Actor } from '#app/domain/people/actor.ts';
import { askGuardianFor } from '#app/domain/people/ask-guardian.server.ts';
import type { GuardianForm } from '#app/domain/people/consent-form.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type EntryPlace, insistOnOpen, lockOwnNomination } from './lock-own-nomination.server.ts';

/**
 * Someone under 16 asks a guardian, by a link of its own, whether the entry may go to that unit: what the guardian agreed to before
 * was another purpose. Throws NotFound, NotNow, NotValid as `askGuardian` does.
 */
export async function askGuardianOfNomination({
  by,
  id,
  form,
}: {
  by: Actor;
  id: string;
  form: GuardianForm;
}): Promise<EntryPlace> {
  const { place } = await db.$transaction(async (tx) => {
    const own = await lockOwnNomination(tx, { by, id });
    insistOnOpen(own.nomination);
    return own;
  });
  await askGuardianFor({ by, form, purposes: ['NOMINATE'], nominationId: id });
  return place;
}
