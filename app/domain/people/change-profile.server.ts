import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { ProfileForm } from './account-form.ts';
import type { Actor } from './actor.ts';
import { problemWithBirthDate } from './check-new-account.server.ts';
import { dateOfDay, dayKept } from './day.ts';
import { lockPerson } from './lock-person.server.ts';

/**
 * Changes what a person may change of their own account. The birth date stays once a unit's staff have confirmed who they
 * are: NotValid beside it where another is sent.
 */
export async function changeProfile({ by, form }: { by: Actor; form: ProfileForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const person = await tx.person.findUniqueOrThrow({
      where: { id: by.id },
      select: { fullName: true, birthDate: true },
    });
    const birthDate = form.birthDate ?? dayKept(person.birthDate);
    if (birthDate !== dayKept(person.birthDate)) {
      const confirmed = await tx.membership.count({ where: { personId: by.id, confirmedAt: { not: null } } });
      const problems =
        confirmed > 0 ? { birthDate: [{ key: 'people:problems.birthDateFixed' }] } : problemWithBirthDate(birthDate);
      if (Object.keys(problems).length > 0) throw new NotValid(problems);
    }
    await tx.person.update({
      where: { id: by.id },
      data: {
        fullName: form.fullName,
        birthDate: dateOfDay(birthDate),
        phone: form.phone,
        guardianPhone: form.guardianPhone,
        language: form.language,
      },
    });
    if (form.fullName !== person.fullName || birthDate !== dayKept(person.birthDate)) {
      await recordEvent(tx, { kind: 'person.renamed', by: by.id, personId: by.id });
    }
  });
}
