import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { problemWithBirthDate } from '#app/domain/people/check-new-account.server.ts';
import { dateOfDay, dayKept } from '#app/domain/people/day.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { holdMember } from './hold-member.server.ts';
import type { BirthDateForm } from './unit-form.ts';

type Correction = { by: Actor; membershipId: string; form: BirthDateForm };

/**
 * Staff put right the birth date of somebody they had confirmed, which that person can no longer change: what it was, who
 * says so and why stay on record, and the person is told. Whatever depends on age follows at once: what a minor's ideas
 * show, which contests are open to them. NotValid where it is the same, or nobody's.
 */
export async function correctBirthDate({ by, membershipId, form }: Correction): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const { personId, unit, person } = await holdMember(tx, { by, membershipId });
    const problems =
      form.birthDate === dayKept(person.birthDate)
        ? { birthDate: [{ key: 'staff:problems.sameBirthDate' }] }
        : problemWithBirthDate(form.birthDate);
    if (Object.keys(problems).length > 0) throw new NotValid(problems);
    const to = dateOfDay(form.birthDate);
    await tx.person.update({ where: { id: personId }, data: { birthDate: to } });
    const { id: correctionId } = await tx.birthDateCorrection.create({
      data: { personId, from: person.birthDate, to, byId: by.id, at: now(), reason: form.reason },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'person.birth-date-corrected',
      by: by.id,
      personId,
      unitId: unit.id,
      payload: { correctionId, membershipId },
    });
    return { slug: unit.slug };
  });
}
