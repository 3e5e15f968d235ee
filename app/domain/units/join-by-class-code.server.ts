import { randomInt } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { ClassCodeJoiningForm } from '#app/domain/people/account-form.ts';
import { checkNewAccount } from '#app/domain/people/check-new-account.server.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { tooMany } from '#app/domain/people/too-many.ts';
import { isKeptBack } from '#app/domain/people/user-name.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { countAgainst, standsAgainst } from '#app/platform/limits.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { classCodeState, readClassCode } from './class-code.ts';

type Joining = { form: ClassCodeJoiningForm; language: 'vi' | 'en'; address: string };

/** A class behind one address mistypes a code now and then; somebody who tries codes does so for ever. */
const wrongCodes = { max: 60, seconds: 900 };

/**
 * A pupil joins a unit by the code they were given, without a mail address; the unit's staff made the code, so the
 * membership is confirmed from the start. NotValid beside what is wrong; whether a user name is taken is told to those
 * with an open code only.
 */
export async function joinByClassCode({ form, language, address }: Joining): Promise<{ id: string }> {
  const network = { key: `class-code:${address}`, ...wrongCodes };
  const allowed = await standsAgainst(network);
  if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
  const code = await openCode(form.code);
  if (code === null) {
    await countAgainst(network);
    throw new NotValid({ code: [{ key: 'units:problems.codeUnknown' }] });
  }
  const { birthDate } = checkNewAccount({ ...form, email: null });
  if (isKeptBack(form.userName)) throw await taken(db, form.userName);
  const passwordHash = await hashPassword(form.password);

  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "ClassCode" where "id" = ${code.id}::uuid for update`;
    const at = now();
    const held = await tx.classCode.findUniqueOrThrow({
      where: { id: code.id },
      include: { _count: { select: { joined: true } } },
    });
    const state = classCodeState({ ...held, taken: held._count.joined }, at);
    if (state !== 'open') throw new NotValid({ code: [{ key: `units:problems.code.${state}` }] });
    const [person] = await tx.person.createManyAndReturn({
      data: [
        {
          userName: form.userName,
          passwordHash,
          fullName: form.fullName,
          birthDate,
          language,
          classCodeId: held.id,
          termsVersion,
          termsAcceptedAt: at,
          createdAt: at,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (person === undefined) throw await taken(tx, form.userName);
    const { id: membershipId } = await tx.membership.create({
      data: {
        personId: person.id,
        unitId: held.unitId,
        claimedAt: at,
        confirmedAt: at,
        confirmedById: held.createdById,
      },
      select: { id: true },
    });
    const joined = { by: person.id, personId: person.id };
    await recordEvent(tx, { kind: 'person.signed-up', ...joined, payload: { classCodeId: held.id } });
    await recordEvent(tx, {
      kind: 'membership.confirmed',
      by: held.createdById,
      personId: person.id,
      unitId: held.unitId,
      payload: { membershipId },
    });
    if (form.publishName) {
      const { id: consentId } = await tx.consent.create({
        data: { personId: person.id, purpose: 'PUBLISH_NAME', giver: 'SELF', givenAt: at },
        select: { id: true },
      });
      await recordEvent(tx, { kind: 'consent.given', ...joined, payload: { consentId } });
    }
    return person;
  });
}

async function openCode(typed: string): Promise<{ id: string } | null> {
  const code = readClassCode(typed);
  if (code === null) return null;
  const kept = await db.classCode.findUnique({
    where: { code },
    select: { id: true, seats: true, expiresAt: true, withdrawnAt: true, _count: { select: { joined: true } } },
  });
  if (kept === null) return null;
  const state = classCodeState({ ...kept, taken: kept._count.joined }, now());
  if (state !== 'open') throw new NotValid({ code: [{ key: `units:problems.code.${state}` }] });
  return { id: kept.id };
}

/** Says so and offers a name that is free. */
async function taken(at: Tx | typeof db, userName: string): Promise<NotValid> {
  const stem = userName.slice(0, 25);
  const offers = Array.from({ length: 20 }, () => `${stem}${randomInt(10, 10_000)}`);
  const kept = await at.person.findMany({ where: { userName: { in: offers } }, select: { userName: true } });
  const free = offers.find((offer) => !kept.some((one) => one.userName === offer)) ?? '';
  return new NotValid({ userName: [{ key: 'people:problems.userNameTaken', values: { offer: free } }] });
}
