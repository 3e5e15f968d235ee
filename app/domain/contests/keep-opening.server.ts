import type { Json } from '#app/domain/canonical-json.ts';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { decidingRulesOf } from './deciding-rules.ts';

/**
 * Begins the record of a contest: that it opened, with the root of its host's contest before it, and the rules as they were
 * frozen. The words of the rules are the private part; what decides stands in the chain itself.
 */
export async function keepOpening(
  tx: Tx,
  {
    contestId,
    hostId,
    number,
    document,
    hash,
  }: { contestId: string; hostId: number; number: number; document: unknown; hash: string },
): Promise<void> {
  const deciding = decidingRulesOf(document);
  if (deciding === null) throw new TypeError('the frozen document holds no rules that decide');
  const [last] = await tx.$queryRaw<{ contestId: string; hash: string }[]>`
    select r."contestId", r.hash
    from "ContestRecord" r
    join "Contest" c on c.id = r."contestId" and c."hostId" = ${hostId} and c.id <> ${contestId}::uuid
    order by r.at desc, r.n desc
    limit 1`;
  await appendRecords(tx, {
    contestId,
    records: [
      {
        kind: 'contest-opened',
        body: {
          contest: contestId,
          host: hostId,
          before: last === undefined ? null : { contest: last.contestId, root: last.hash },
        },
      },
      { kind: 'rules-frozen', body: { number, hash, deciding }, content: document as Json },
    ],
  });
}
