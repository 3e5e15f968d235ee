import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { daysBeforeErasing } from './closing.ts';
import { findClosingObstacles } from './find-closing-obstacles.server.ts';
import { hasAdministrator } from './has-administrator.server.ts';
import { insistOnPassword } from './insist-on-password.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { layLink } from './one-use-link.server.ts';

/**
 * Closes an account: from this moment nobody can sign in to it, its roles are over, its consents are taken back, so that no
 * public page names the person, and what it shared with mentors and businesses is hidden. It may be opened again for
 * `daysBeforeErasing` days. Throws NotValid where the password is wrong; NotNow where others would be left without
 * somebody: what must be settled first is on the page.
 */
export async function closeAccount({
  by,
  password,
  ideas,
}: {
  by: Actor;
  password: string;
  ideas: 'KEPT_UNNAMED' | 'WITHDRAWN';
}): Promise<void> {
  await insistOnPassword({ personId: by.id, password });
  await db.$transaction(async (tx) => {
    await hasAdministrator(tx);
    await lockPerson(tx, by.id);
    const person = await tx.person.findUniqueOrThrow({
      where: { id: by.id },
      select: { closedAt: true, email: true, emailVerifiedAt: true },
    });
    if (person.closedAt !== null) throw new NotNow({ key: 'people:refusals.closedAlready' });
    const obstacles = await findClosingObstacles(tx, { personId: by.id });
    if (obstacles.length > 0) throw new NotNow({ key: 'people:refusals.closingObstacles' });
    const at = now();
    const erasesAt = new Date(at.getTime() + daysBeforeErasing * 86_400_000);
    await tx.accountClosing.create({ data: { personId: by.id, ideas, askedAt: at, erasesAt } });
    await tx.person.update({ where: { id: by.id }, data: { closedAt: at } });
    await tx.session.deleteMany({ where: { personId: by.id } });
    await tx.mailToken.deleteMany({ where: { personId: by.id } });
    const roles = await tx.roleGrant.updateManyAndReturn({
      where: { personId: by.id, endedAt: null, OR: [{ until: null }, { until: { gt: at } }] },
      data: { endedAt: at, endedById: by.id, endReason: '–' },
      select: { id: true, kind: true, unitId: true, contestId: true },
    });
    for (const role of roles) {
      await recordEvent(tx, {
        kind: 'role.ended',
        by: by.id,
        personId: by.id,
        unitId: role.unitId ?? undefined,
        contestId: role.contestId ?? undefined,
        payload: { roleId: role.id, role: role.kind },
      });
    }
    await withdrawConsents(tx, by.id);
    await tx.contactShare.updateMany({ where: { personId: by.id, withdrawnAt: null }, data: { withdrawnAt: at } });
    const mailTokenId =
      person.email === null || person.emailVerifiedAt === null
        ? null
        : await layLink(tx, { purpose: 'REOPEN_ACCOUNT', personId: by.id, email: person.email });
    await recordEvent(tx, {
      kind: 'person.closing-asked',
      by: by.id,
      personId: by.id,
      payload: mailTokenId === null ? {} : { mailTokenId },
    });
  });
}

async function withdrawConsents(tx: Tx, personId: string): Promise<void> {
  const withdrawn = await tx.consent.updateManyAndReturn({
    where: { personId, giver: 'SELF', givenAt: { not: null }, withdrawnAt: null },
    data: { withdrawnAt: now() },
    select: { id: true, purpose: true },
  });
  for (const { id, purpose } of withdrawn) {
    await recordEvent(tx, { kind: 'consent.withdrawn', by: personId, personId, payload: { consentId: id, purpose } });
  }
}
