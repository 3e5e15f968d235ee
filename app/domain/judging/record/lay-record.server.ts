import type { OutsideRule } from '#app/domain/contests/contest-rules.ts';
import { keepEntry } from '#app/domain/contests/keep-entry.server.ts';
import { keepOpening } from '#app/domain/contests/keep-opening.server.ts';
import { keepOutside } from '#app/domain/contests/keep-outside.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { keepAssignment } from './keep-assignment.server.ts';
import { keepBallots } from './keep-ballots.server.ts';
import { keepClosing } from './keep-closing.server.ts';
import { keepRecusal } from './keep-recusal.server.ts';

/**
 * Begins the record of a contest that was laid in from elsewhere, with everything as it stands: rules, entries, who reads what,
 * ballots, closings. Its times are those of the laying. Rankings and publications follow through their own acts. Nothing
 * happens where a record stands already, or the rules were never frozen.
 */
export async function layRecord(tx: Tx, { contestId }: { contestId: string }): Promise<void> {
  const contest = await tx.contest.findUniqueOrThrow({
    where: { id: contestId },
    select: {
      hostId: true,
      rules: { orderBy: { number: 'desc' }, take: 1, select: { number: true, document: true, hash: true } },
      entries: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          withdrawal: { select: { reason: true } },
          outside: { where: { withdrawnAt: null }, select: { rule: true, reason: true } },
        },
      },
      rounds: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          number: true,
          state: true,
          acts: { where: { to: 'CLOSED' }, take: 1, select: { reason: true } },
          scoresheets: {
            where: { calibration: false },
            orderBy: { assignedAt: 'asc' },
            select: {
              id: true,
              entryId: true,
              judgeId: true,
              submittedAt: true,
              recusal: { select: { reason: true } },
              _count: { select: { marks: { where: { standing: 'IN_FORCE' } } } },
            },
          },
        },
      },
      _count: { select: { records: true } },
    },
  });
  const [rules] = contest.rules;
  if (contest._count.records > 0 || rules === undefined || rules.hash === null || rules.document === null) return;
  const { number, document, hash } = rules;
  await keepOpening(tx, { contestId, hostId: contest.hostId, number, document, hash });
  for (const { id } of contest.entries) await keepEntry(tx, { kind: 'entry-made', contestId, entryId: id });
  for (const { id, outside } of contest.entries) {
    for (const { rule, reason } of outside) {
      await keepOutside(tx, { contestId, entryId: id, outside: true, rule: rule as OutsideRule | null, reason });
    }
  }
  for (const round of contest.rounds) {
    const { scoresheets } = round;
    const pairs = new Map(
      scoresheets.map(({ entryId, judgeId }) => [`${entryId} ${judgeId}`, [entryId, judgeId] as const]),
    );
    if (pairs.size > 0) await keepAssignment(tx, { contestId, round: round.number, added: [...pairs.values()] });
    const handedIn = scoresheets.filter(({ submittedAt, _count }) => submittedAt !== null && _count.marks > 0);
    await keepBallots(tx, { contestId, round: round.number, sheetIds: handedIn.map(({ id }) => id) });
    for (const { entryId, judgeId, recusal } of scoresheets) {
      if (recusal === null) continue;
      await keepRecusal(tx, { contestId, round: round.number, entryId, judgeId, reason: recusal.reason });
    }
  }
  for (const { id, withdrawal } of contest.entries) {
    if (withdrawal === null) continue;
    await keepEntry(tx, { kind: 'entry-withdrawn', contestId, entryId: id, reason: withdrawal.reason });
  }
  for (const round of contest.rounds) {
    if (round.state !== 'CLOSED' && round.state !== 'PUBLISHED') continue;
    await keepClosing(tx, { contestId, round, reason: round.acts[0]?.reason ?? null });
  }
}
