import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { erasedName } from './closing.ts';
import { lockPerson } from './lock-person.server.ts';

/** Erases what is personal in accounts whose fortnight is over, a few at a time. Answers how many. */
export async function eraseClosedAccounts(limit = 20): Promise<number> {
  const due = await db.accountClosing.findMany({
    where: { cancelledAt: null, erasedAt: null, erasesAt: { lte: now() } },
    orderBy: { erasesAt: 'asc' },
    select: { id: true, personId: true },
    take: limit,
  });
  let erased = 0;
  for (const closing of due) erased += Number(await db.$transaction((tx) => eraseAccount(tx, closing)));
  return erased;
}

/**
 * What goes: name, addresses, numbers, the day of birth (the year stays, read as its last day, so that a child stays
 * protected), sign-in, letters, searches, drafts, and the private parts of contest records that hold this person's own
 * words, each with its salt. What stays, under a name that is nobody's: published ideas of a team, entries, ballots,
 * decisions, and what others hold of a promise.
 */
async function eraseAccount(tx: Tx, closing: { id: string; personId: string }): Promise<boolean> {
  const { personId } = closing;
  await lockPerson(tx, personId);
  const at = now();
  const { count } = await tx.accountClosing.updateMany({
    where: { id: closing.id, cancelledAt: null, erasedAt: null },
    data: { erasedAt: at },
  });
  if (count === 0) return false;
  const { ideas } = await tx.accountClosing.findUniqueOrThrow({ where: { id: closing.id } });
  const { email, birthDate } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const mine = { where: { personId } };
  await eraseOwnIdeas(tx, { personId, withdraw: ideas === 'WITHDRAWN', at });
  await eraseOwnWordsInRecords(tx, personId);
  await tx.session.deleteMany(mine);
  await tx.mailToken.deleteMany(mine);
  await tx.mailChange.deleteMany(mine);
  await tx.secondFactor.deleteMany(mine);
  await tx.recoveryCode.deleteMany(mine);
  await tx.mutedLetter.deleteMany(mine);
  await tx.notice.deleteMany(mine);
  await tx.letter.deleteMany({ where: { OR: [{ personId }, ...(email === null ? [] : [{ to: email }])] } });
  await tx.savedSearch.deleteMany(mine);
  await tx.birthDateCorrection.deleteMany(mine);
  await tx.endorsement.deleteMany(mine);
  await tx.ideaFollow.deleteMany(mine);
  await tx.contestFollow.deleteMany(mine);
  // An answer stays with the question as everybody reads it; the asker's own words go.
  await tx.contestQuestion.deleteMany({ where: { byId: personId, answeredAt: null } });
  await tx.contestQuestion.updateMany({ where: { byId: personId }, data: { text: '–' } });
  await tx.ideaDraftAside.deleteMany({ where: { byId: personId } });
  await tx.contactShare.updateMany({ ...mine, data: { mail: false, phone: false } });
  await tx.membership.updateMany({ where: { personId, endedAt: null, declinedAt: null }, data: { endedAt: at } });
  await tx.consent.updateMany({ ...mine, data: { guardianName: null, guardianMail: null, tokenHash: null } });
  await tx.consent.updateMany({
    where: { personId, givenAt: { not: null }, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  await tx.nominationConsent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: at } });
  await tx.mentor.updateMany({ ...mine, data: { about: '', pausedAt: at } });
  await tx.business.updateMany({ where: { registeredById: personId }, data: { position: null } });
  if (email !== null) {
    await tx.ideaMember.updateMany({
      where: { invitedMail: email, confirmedAt: null },
      data: { invitedMail: null, declinedAt: at },
    });
    await tx.judgeInvitation.deleteMany({ where: { email, acceptedAt: null } });
    await tx.entryInvitation.deleteMany({ where: { email, acceptedAt: null } });
  }
  await tx.entryInvitation.updateMany({
    where: { acceptedById: personId },
    data: { email: null, leadName: '', leadBirthDate: null, members: [] },
  });
  await tx.judgeInvitation.updateMany({ where: { acceptedById: personId }, data: { email: null, name: '', ties: '' } });
  await tx.person.update({
    where: { id: personId },
    data: {
      fullName: erasedName,
      birthDate: new Date(Date.UTC(birthDate.getUTCFullYear(), 11, 31)),
      email: null,
      emailVerifiedAt: null,
      userName: null,
      passwordHash: 'erased',
      phone: null,
      guardianPhone: null,
      classCodeId: null,
      slipUntil: null,
    },
  });
  await recordEvent(tx, { kind: 'person.erased', by: null, personId });
  return true;
}

const emptied = {
  title: '',
  abstract: '',
  problem: '',
  solution: '',
  novelty: '',
  method: '',
  beneficiaries: '',
  progress: '',
  needs: '',
};

/** Ideas with nobody else on the team: drafts go; published ones stay without a name or are withdrawn, as was chosen. */
async function eraseOwnIdeas(tx: Tx, { personId, withdraw, at }: { personId: string; withdraw: boolean; at: Date }) {
  const alone = await tx.idea.findMany({
    where: {
      ownerId: personId,
      members: { none: { personId: { not: personId }, confirmedAt: { not: null }, leftAt: null } },
    },
    select: { id: true, unitId: true, publishedVersionId: true, state: true },
  });
  for (const idea of alone) {
    if (idea.publishedVersionId !== null && !withdraw) continue;
    if (idea.state !== 'WITHDRAWN') {
      await tx.submission.updateMany({
        where: { ideaId: idea.id, recalledAt: null, decision: { is: null } },
        data: { recalledAt: at },
      });
      await tx.ideaWithdrawal.create({ data: { ideaId: idea.id, byId: personId, at } });
      await tx.idea.update({ where: { id: idea.id }, data: { state: 'WITHDRAWN', publishedVersionId: null } });
      await recordEvent(tx, {
        kind: 'idea.withdrawn',
        by: personId,
        ideaId: idea.id,
        unitId: idea.unitId ?? undefined,
        payload: { byStaff: false, wasPublished: idea.publishedVersionId !== null },
      });
    }
    await tx.ideaDraft.updateMany({ where: { ideaId: idea.id }, data: emptied });
    // What was entered in a contest is part of its record.
    await tx.ideaVersion.updateMany({
      where: { ideaId: idea.id, entries: { none: {} } },
      data: { ...emptied, foldedTitle: '' },
    });
    await tx.ideaVersionFile.deleteMany({ where: { version: { ideaId: idea.id, entries: { none: {} } } } });
    await tx.ideaFile.updateMany({ where: { ideaId: idea.id, removedAt: null }, data: { removedAt: at } });
  }
}

/** Salt and words go together; the commitment in the chain stays and says nothing to anyone. */
async function eraseOwnWordsInRecords(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    delete from "ContestRecordOpening" o
    using "ContestRecord" r, "RecordCode" c, "EntryWithdrawal" w
    where o."contestId" = r."contestId" and o.n = r.n
      and c."contestId" = r."contestId" and c.kind = 'ENTRY' and c."subjectId" = w."entryId"
      and w."byId" = ${personId}::uuid
      and r.kind = 'entry-withdrawn' and r.body ->> 'entry' = c.code`;
  await tx.$executeRaw`
    delete from "ContestRecordOpening" o
    using "ContestRecord" r, "RecordCode" c, "Judge" j
    where o."contestId" = r."contestId" and o.n = r.n
      and c."contestId" = r."contestId" and c.kind = 'JUDGE' and c."subjectId" = j.id
      and j."personId" = ${personId}::uuid
      and r.kind = 'recused' and r.body ->> 'judge' = c.code`;
  await tx.$executeRaw`
    delete from "ContestRecordOpening" o
    using "ContestRecord" r, "RecordCode" c, "Appeal" a
    where o."contestId" = r."contestId" and o.n = r.n
      and c."contestId" = r."contestId" and c.kind = 'ENTRY' and c."subjectId" = a."entryId"
      and a."byId" = ${personId}::uuid
      and r.kind = 'appeal-decided' and r.body ->> 'entry' = c.code`;
  await tx.appeal.updateMany({ where: { byId: personId }, data: { text: '–' } });
  await tx.entryWithdrawal.updateMany({ where: { byId: personId }, data: { reason: null } });
  await tx.recusal.updateMany({ where: { byId: personId }, data: { reason: '–' } });
}
