import { readRules } from '#app/domain/contests/contest-rules.ts';
import { db } from '#app/platform/db/db.server.ts';

export type OwnOutcome = {
  round: { number: number; name: string };
  /** The contest has no round after it. */
  last: boolean;
  /** Names of the awards the round gives, best first; none in a round that gives none. */
  awards: { name: string }[];
  /** Every edition there is, the first one first; an appeal that is upheld adds one. */
  editions: { edition: number; at: Date; passed: boolean; award: number | null }[];
  /** It took part outside the competition. */
  outside: boolean;
};

/** What came of an entry in each published round, every edition of it. One query. */
export async function findOwnOutcomes({ entryId }: { entryId: string }): Promise<OwnOutcome[]> {
  const outcomes = await db.outcome.findMany({
    where: { entryId },
    orderBy: [{ round: { number: 'asc' } }, { edition: 'asc' }],
    relationLoadStrategy: 'join',
    select: {
      edition: true,
      at: true,
      passed: true,
      award: true,
      because: true,
      round: {
        select: {
          number: true,
          name: true,
          contest: {
            select: {
              rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
              rounds: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
            },
          },
        },
      },
    },
  });
  const rounds = new Map<number, OwnOutcome>();
  for (const { round, because, ...edition } of outcomes) {
    const { contest, ...named } = round;
    const last = contest.rounds[0]?.number === round.number;
    const known = rounds.get(round.number) ?? {
      round: named,
      last,
      awards: last ? readRules(contest.rules[0]?.body).awards.map(({ name }) => ({ name })) : [],
      editions: [],
      outside: because.includes('outside'),
    };
    known.editions.push(edition);
    rounds.set(round.number, known);
  }
  return [...rounds.values()];
}
