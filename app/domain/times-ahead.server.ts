import { changedSince, changeMoment, hearsChanges } from '#app/platform/db/changes.server.ts';
import { db } from '#app/platform/db/db.server.ts';

/**
 * The columns whose times lie ahead when they are written: when one of them comes, pages that read its table read differently, though
 * nothing was changed. Columns of days are not here: days begin at midnight, and no kept page outlives it.
 */
export const timesAhead: Record<string, readonly string[]> = {
  ClassCode: ['expiresAt'],
  Contest: ['opensAt', 'closesAt'],
  EntryInvitation: ['expiresAt'],
  Extension: ['from', 'until'],
  JudgeInvitation: ['expiresAt'],
  MentoringProgramme: ['opensAt', 'closesAt'],
  MentorProposal: ['expiresAt'],
  RoleGrant: ['until'],
  Round: ['opensAt', 'closesAt'],
};

type Known = { moment: number; from: number; next: number };
const known = new Map<string, Known>();

/**
 * The next time after `from` at which a row of one of these tables passes a time of its own; both in milliseconds since 1970, Infinity where
 * there is none. A time counts once when it comes and once when it has passed: a deadline itself is still in time.
 */
export async function nextTimeAhead({ tables, from }: { tables: Iterable<string>; from: number }): Promise<number> {
  let next = Number.POSITIVE_INFINITY;
  for (const table of tables) {
    const columns = timesAhead[table];
    if (columns !== undefined) next = Math.min(next, await nextOf(table, columns, from));
  }
  return next;
}

async function nextOf(table: string, columns: readonly string[], from: number): Promise<number> {
  const before = known.get(table);
  if (before !== undefined && before.from <= from && from < before.next && !changedSince([table], before.moment)) {
    return before.next;
  }
  const moment = changeMoment();
  const least = columns.map((column) => `(select min("${column}") from "${table}" where "${column}" >= $1)`);
  const [row] = await db.$queryRawUnsafe<{ at: Date | null }[]>(
    `select least(${least.join(', ')}) as at`,
    new Date(from),
  );
  const at = row?.at?.getTime() ?? Number.POSITIVE_INFINITY;
  const next = at > from ? at : at + 1;
  if (hearsChanges()) known.set(table, { moment, from, next });
  return next;
}
