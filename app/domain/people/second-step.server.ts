import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { clearCount, countAgainst } from '#app/platform/limits.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { hasSecondFactor } from './find-second-factor.server.ts';
import { findLink, layLink, noPerson, useLink } from './one-use-link.server.ts';
import { spendRecoveryCode } from './recovery-codes.server.ts';
import { takeCode } from './take-code.server.ts';
import { tooMany } from './too-many.ts';

/** After the password: a token for the page that asks for a code, or null where the person has no second factor. */
export async function askSecondStep({ personId }: { personId: string }): Promise<string | null> {
  if (!(await hasSecondFactor({ personId }))) return null;
  return linkTokenFor(await db.$transaction((tx) => layLink(tx, { purpose: 'SECOND_STEP', personId, email: '' })));
}

/**
 * Takes the code of the authenticator or a recovery code and opens the account. Wrong ones count against the account, not
 * the page, so that signing in again gives no further tries. Throws NotNow where the page has had its day, NotValid
 * beside `code`.
 */
export async function passSecondStep({ token, code }: { token: string; code: string }): Promise<{ id: string }> {
  const link = await findLink({ purpose: 'SECOND_STEP', token });
  if (!link.open) throw new NotNow({ key: 'people:refusals.stepOver' });
  const personId = link.personId ?? noPerson;
  const soon = { key: `second-step:${personId}`, max: 10, seconds: 900 };
  const today = { key: `second-step-day:${personId}`, max: 50, seconds: 86_400 };
  for (const limit of [soon, today]) {
    const allowed = await countAgainst(limit);
    if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
  }
  const passed = await db.$transaction(async (tx) => {
    const factor = await tx.secondFactor.findFirst({
      where: { personId, confirmedAt: { not: null }, endedAt: null, person: { closedAt: null } },
    });
    if (factor === null) throw new NotNow({ key: 'people:refusals.stepOver' });
    const figures = code.replaceAll(/[\s-]/g, '');
    const answer = /^\d{6}$/.test(figures)
      ? await takeCode(tx, factor, figures)
      : (await spendRecoveryCode(tx, { personId, code }))
        ? 'recovered'
        : 'wrong';
    if (answer === 'wrong' || answer === 'used') {
      throw new NotValid({ code: [{ key: `people:problems.${answer === 'used' ? 'codeUsed' : 'codeWrong'}` }] });
    }
    await useLink(tx, { purpose: 'SECOND_STEP', token });
    if (answer === 'recovered') {
      await recordEvent(tx, { kind: 'person.recovery-code-used', by: personId, personId });
    }
    return { id: personId };
  });
  await clearCount(soon.key);
  return passed;
}
