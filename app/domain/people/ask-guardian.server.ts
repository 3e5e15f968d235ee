import { randomUUID } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { hashOfLinkToken, linkTokenFor } from '#app/platform/link-token.server.ts';
import type { Actor } from './actor.ts';
import { type ConsentPurpose, needsGuardian } from './consent.ts';
import type { GuardianForm, GuardianRequestForm } from './consent-form.ts';
import { lockPerson } from './lock-person.server.ts';
import { tooMany } from './too-many.ts';

/**
 * Asks a guardian by mail for their consent to the purposes named, by one link. A question asked earlier and not answered
 * is taken back; what the guardian agreed to already is not asked again. Throws NotNow for who needs no guardian, and
 * after five questions a day; NotValid where the address is the child's own.
 */
export async function askGuardian({ by, form }: { by: Actor; form: GuardianRequestForm }): Promise<void> {
  await askGuardianFor({ by, form, purposes: form.purposes, nominationId: null });
}

/** The same about what belongs to one nomination alone: its questions and answers are apart from all others. */
export async function askGuardianFor({
  by,
  form,
  purposes,
  nominationId,
}: {
  by: Actor;
  form: GuardianForm;
  purposes: readonly ConsentPurpose[];
  nominationId: string | null;
}): Promise<void> {
  const child = await db.person.findUniqueOrThrow({
    where: { id: by.id },
    select: { birthDate: true, email: true },
  });
  const at = now();
  if (!needsGuardian(child, at)) throw new NotNow({ key: 'people:refusals.noGuardianNeeded' });
  if (form.guardianMail === child.email)
    throw new NotValid({ guardianMail: [{ key: 'people:problems.guardianSelf' }] });
  const allowed = await countAgainst({ key: `guardian-mail:${by.id}`, max: 5, seconds: 86_400 });
  if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);

  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const ofGuardian = { personId: by.id, giver: 'GUARDIAN' as const, withdrawnAt: null, nominationId };
    const standing = await tx.consent.findMany({
      where: { ...ofGuardian, givenAt: { not: null } },
      select: { purpose: true },
    });
    const missing = purposes.filter((purpose) => !standing.some((one) => one.purpose === purpose));
    if (missing.length === 0) throw new NotNow({ key: 'people:refusals.guardianAgreed' });
    await tx.consent.updateMany({ where: { ...ofGuardian, givenAt: null }, data: { withdrawnAt: at } });

    const first = randomUUID();
    const tokenHash = hashOfLinkToken(linkTokenFor(first));
    const { guardianName, guardianMail } = form;
    await tx.consent.createMany({
      data: missing.map((purpose, index) => ({
        id: index === 0 ? first : randomUUID(),
        personId: by.id,
        purpose,
        giver: 'GUARDIAN' as const,
        guardianName,
        guardianMail,
        askedAt: at,
        tokenHash,
        nominationId,
      })),
    });
    await recordEvent(tx, { kind: 'consent.asked', by: by.id, personId: by.id, payload: { consentId: first } });
  });
}
