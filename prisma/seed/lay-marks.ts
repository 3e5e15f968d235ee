import { byPair, pairKey } from '#app/domain/judging/conflict.ts';
import { findConflicts } from '#app/domain/judging/find-conflicts.server.ts';
import { findPanels } from '#app/domain/judging/find-panels.server.ts';
import { findRoundEntries } from '#app/domain/judging/find-round-entries.server.ts';
import { readsFor } from '#app/domain/judging/panels.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Chance } from '#prisma/chance.ts';
import { dayMs } from './five-o-clock.ts';

/**
 * Sheets for the first round, given to the judge of the entry's panel with the least to read who has no conflict, and marks as judges of different
 * severity would give them. `done` is the share of the criteria that are marked; a whole sheet is handed in. The `late` last entries are given to
 * nobody yet.
 */
export async function layMarks({
  chance,
  contestId,
  roundId,
  reviews,
  late = 0,
  done,
}: {
  chance: Chance;
  contestId: string;
  roundId: string;
  reviews: number;
  late?: number;
  done: (judge: number, index: number) => number;
}): Promise<void> {
  /** About normal, mean 0, standard deviation 1. */
  const bell = () => Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  const conflicts = byPair(await findConflicts(db, { contestId, roundId }));
  const entries = await findRoundEntries(db, { contestId, number: 1 });
  const judges = await db.judge.findMany({
    where: { contestId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, pools: true },
  });
  const criteria = await db.criterion.findMany({
    where: { rubric: { roundId } },
    orderBy: { position: 'asc' },
    select: { id: true, min: true, max: true, step: true },
  });
  const round = await db.round.findUniqueOrThrow({
    where: { id: roundId },
    select: { id: true, opensAt: true, panels: true },
  });
  const panels = await findPanels(db, { round, entries });
  const loads = new Map(judges.map(({ id }) => [id, 0]));
  const severity = new Map(judges.map(({ id }) => [id, bell() * 0.07]));
  const begun = new Date(round.opensAt.getTime() + dayMs);
  const notes = [
    'Ý tưởng rõ và sát thực tế. Nhóm nên đo thêm vài tháng để có số liệu thuyết phục hơn.',
    'Phần chi phí cần tính cả công bảo dưỡng. Cách làm dễ nhân rộng.',
    'Nên nói rõ ai sẽ vận hành sau khi nhóm rời đi.',
    '',
  ];
  for (const { id: entryId } of entries.slice(0, entries.length - late)) {
    const quality = 0.62 + bell() * 0.12;
    const free = judges
      .filter((judge) => readsFor(panels, judge, entryId) && !conflicts.has(pairKey({ entryId, judgeId: judge.id })))
      .sort((a, b) => loads.get(a.id)! - loads.get(b.id)! || a.number - b.number)
      .slice(0, reviews);
    for (const { id: judgeId, number } of free) {
      const index = loads.get(judgeId)!;
      loads.set(judgeId, index + 1);
      const share = done(number, index);
      const whole = share >= 1 || (share > 0.5 && chance.next() < share);
      const marked = whole ? criteria.length : Math.floor(criteria.length * Math.min(share, 0.6));
      const at = new Date(Math.min(begun.getTime() + index * 7_200_000 + number * 600_000, now().getTime() - 600_000));
      const sheet = await db.scoresheet.create({
        data: {
          roundId,
          entryId,
          judgeId,
          assignedAt: begun,
          submittedAt: whole ? at : null,
          noteToTeam: whole ? chance.pick(notes) : '',
        },
        select: { id: true },
      });
      await db.mark.createMany({
        data: criteria.slice(0, marked).map(({ id, min, max, step }) => {
          const share = Math.max(0, Math.min(1, quality + severity.get(judgeId)! + bell() * 0.08));
          return {
            scoresheetId: sheet.id,
            criterionId: id,
            value: min + Math.round((share * (max - min)) / step) * step,
            revision: 1,
            basedOn: 0,
            clientKey: crypto.randomUUID(),
            standing: 'IN_FORCE' as const,
            receivedAt: at,
          };
        }),
      });
    }
  }
}
