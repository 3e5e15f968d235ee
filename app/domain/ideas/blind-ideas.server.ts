import type { db, Tx } from '#app/platform/db/db.server.ts';

type Reader = Tx | typeof db;

/**
 * Which of these ideas stand in a contest that is still judged blind: entered and not withdrawn, the contest neither
 * published nor cancelled, and a blind round of it not yet published (or no round laid down yet). Nothing public may
 * tell who wrote them. One query.
 */
export async function blindAmong(reader: Reader, ideaIds: string[]): Promise<Set<string>> {
  if (ideaIds.length === 0) return new Set();
  const rows = await reader.$queryRaw<{ ideaId: string }[]>`
    select distinct e."ideaId"
    from "Entry" e
    join "Contest" c on c.id = e."contestId"
    where e."ideaId" = any(${ideaIds}::uuid[])
      and c.state not in ('PUBLISHED', 'CANCELLED')
      and not exists (select 1 from "EntryWithdrawal" w where w."entryId" = e.id)
      and (
        exists (select 1 from "Round" r where r."contestId" = c.id and r.blind and r.state <> 'PUBLISHED')
        or not exists (select 1 from "Round" r where r."contestId" = c.id)
      )`;
  return new Set(rows.map((row) => row.ideaId));
}

/** The same of one idea. */
export async function isBlind(reader: Reader, ideaId: string): Promise<boolean> {
  return (await blindAmong(reader, [ideaId])).has(ideaId);
}
