import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { ageOn } from '#app/domain/people/day.ts';
import { lockPerson } from '#app/domain/people/lock-person.server.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { chooseUnit } from '#app/domain/units/choose-unit.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { ageToMentor } from './mentor.ts';
import type { MentorOfferForm } from './mentor-form.ts';

/**
 * Says, or says anew, what somebody can help teams with. What staff looked at (the words, the fields, the unit) is checked again
 * after it changed; time and places change at once. NotNow for an account that is not verified or too young; NotValid for an
 * unknown unit or field.
 */
export async function offerMentoring({ by, form }: { by: Actor; form: MentorOfferForm }): Promise<void> {
  if (!by.trusted) throw new NotNow({ key: 'mentoring:refusals.verifyFirst' });
  const { unit: unitId, unitText, inPerson, ...offer } = form;
  const unit = await chooseUnit({ unit: unitId, unitText });
  if (unit === null) throw new NotValid({ unit: [{ key: 'controls:problems.required' }] });
  await db.$transaction(async (tx) => {
    const at = now();
    await lockPerson(tx, by.id);
    const person = await tx.person.findUniqueOrThrow({ where: { id: by.id }, select: { birthDate: true } });
    if (ageOn(person.birthDate, at) < ageToMentor) {
      throw new NotNow({ key: 'mentoring:refusals.tooYoung', values: { age: ageToMentor } });
    }
    const known = await tx.field.count({ where: { id: { in: offer.fieldIds } } });
    if (known !== offer.fieldIds.length) throw new NotValid({ fieldIds: [{ key: 'controls:problems.choice' }] });
    const { provinceId } = await tx.unit.findUniqueOrThrow({ where: { id: unit.id }, select: { provinceId: true } });
    const data = { ...offer, unitId: unit.id, provinceId: inPerson ? provinceId : null };
    const before = await tx.mentor.findUnique({ where: { personId: by.id } });
    if (before === null) {
      const { id } = await tx.mentor.create({
        data: { ...data, personId: by.id, offeredAt: at },
        select: { id: true },
      });
      await recordEvent(tx, {
        kind: 'mentor.offered',
        by: by.id,
        personId: by.id,
        unitId: unit.id,
        payload: { mentorId: id },
      });
      return;
    }
    const lookedAt = [before.about, before.unitId, ...before.fieldIds, ...before.aspects].join('\n');
    const same = lookedAt === [data.about, data.unitId, ...data.fieldIds, ...data.aspects].join('\n');
    const again = { checkedAt: null, checkedById: null, declinedAt: null, declinedById: null, declineReason: null };
    await tx.mentor.update({
      where: { id: before.id },
      data: same ? data : { ...data, ...again, offeredAt: at },
    });
    await recordEvent(tx, {
      kind: same ? 'mentor.changed' : 'mentor.offered',
      by: by.id,
      personId: by.id,
      unitId: unit.id,
      payload: { mentorId: before.id },
    });
  });
}
