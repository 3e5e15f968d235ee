import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { keepEntry } from './keep-entry.server.ts';

/**
 * An idea that was withdrawn takes its entries with it, wherever nothing has been judged to the end: the contest is not
 * over and no round of it is closed. Elsewhere the entry stays, because a result that others stand beside rests on it.
 * Reads events, in the transaction that moves the reader on.
 */
export async function withdrawEntriesOfIdeas(tx: Tx, events: HistoryEvent[]): Promise<void> {
  const withdrawn = events.filter(({ kind, ideaId }) => kind === 'idea.withdrawn' && ideaId !== null);
  for (const event of withdrawn) {
    const open = await tx.entry.findMany({
      where: { ideaId: event.ideaId!, withdrawal: { is: null }, contest: { state: { in: ['OPEN', 'CLOSED'] } } },
      orderBy: { contestId: 'asc' },
      select: { id: true, contestId: true, enteredById: true },
    });
    for (const entry of open) {
      await tx.$queryRaw`select 1 from "Contest" where "id" = ${entry.contestId}::uuid for update`;
      const [contest, gone, judged] = [
        await tx.contest.findUniqueOrThrow({ where: { id: entry.contestId }, select: { state: true } }),
        await tx.entryWithdrawal.count({ where: { entryId: entry.id } }),
        await tx.round.count({ where: { contestId: entry.contestId, state: { in: ['CLOSED', 'PUBLISHED'] } } }),
      ];
      if (gone > 0 || judged > 0 || contest.state === 'PUBLISHED' || contest.state === 'CANCELLED') continue;
      const byId = event.byId ?? entry.enteredById;
      await tx.entryWithdrawal.create({ data: { entryId: entry.id, byId, at: now() } });
      await keepEntry(tx, { kind: 'entry-withdrawn', contestId: entry.contestId, entryId: entry.id });
      await recordEvent(tx, {
        kind: 'entry.withdrawn',
        by: byId,
        contestId: entry.contestId,
        ideaId: event.ideaId!,
        entryId: entry.id,
        payload: { withIdea: true },
      });
    }
  }
}
