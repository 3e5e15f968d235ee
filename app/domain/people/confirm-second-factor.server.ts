import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import type { Actor } from './actor.ts';
import { lockPerson } from './lock-person.server.ts';
import { layRecoveryCodes } from './recovery-codes.server.ts';
import { setUpMinutes } from './second-factor.ts';
import { takeCode } from './take-code.server.ts';
import { tooMany } from './too-many.ts';

/**
 * The device has shown that it has the secret: from now on each sign-in asks for a code. Every other session ends; a
 * device set up before no longer counts. Answers the recovery codes, which are told this once. Throws NotValid beside
 * `code`, NotNow where nothing is being set up any more.
 */
export async function confirmSecondFactor({
  by,
  code,
  session = null,
}: {
  by: Actor;
  code: string;
  /** The session in which it is done: it goes on, with the second factor given. */
  session?: string | null;
}): Promise<{ codes: string[] }> {
  const allowed = await countAgainst({ key: `second-factor-set-up:${by.id}`, max: 10, seconds: 900 });
  if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
  return db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const at = now();
    const factor = await tx.secondFactor.findFirst({
      where: {
        personId: by.id,
        confirmedAt: null,
        endedAt: null,
        begunAt: { gt: new Date(at.getTime() - setUpMinutes * 60_000) },
      },
      orderBy: { begunAt: 'desc' },
    });
    if (factor === null) throw new NotNow({ key: 'people:refusals.setUpOver' });
    if ((await takeCode(tx, factor, code)) !== 'taken') {
      throw new NotValid({ code: [{ key: 'people:problems.codeWrong' }] });
    }
    await tx.secondFactor.updateMany({
      where: { personId: by.id, id: { not: factor.id }, endedAt: null },
      data: { endedAt: at, endedById: by.id, secret: '' },
    });
    await tx.secondFactor.update({ where: { id: factor.id }, data: { confirmedAt: at } });
    await tx.session.deleteMany({ where: { personId: by.id, id: { not: session ?? '' } } });
    await tx.session.updateMany({ where: { personId: by.id }, data: { secondFactorAt: at } });
    const codes = await layRecoveryCodes(tx, { personId: by.id });
    await recordEvent(tx, { kind: 'person.second-factor-set', by: by.id, personId: by.id });
    return { codes };
  });
}
