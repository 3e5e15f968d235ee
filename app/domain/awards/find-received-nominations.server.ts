import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed } from '#app/domain/refusal.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { answerColumns, answersOf } from './nomination-answers.server.ts';

export type ReceivedNomination = {
  id: string;
  title: string;
  contest: string;
  from: string;
  to: string;
  /** When the last of them agreed. */
  since: Date;
  accepted: boolean;
};

/** Paths of the units this person organises, or administers. */
function organisedPaths(by: Actor): string[] {
  return by.roles.flatMap(({ kind, unitPath }) =>
    unitPath !== null && (kind === 'ORGANISER' || kind === 'ADMINISTRATOR') ? unitPath : [],
  );
}

/** Packages everyone agreed to, for the units this person organises; those that wait for an answer first. One query. */
export async function findReceivedNominations({ by }: { by: Actor }): Promise<ReceivedNomination[]> {
  const paths = organisedPaths(by);
  if (paths.length === 0) throw new NotAllowed({ key: 'awards:refusals.notReceiving' });
  return findComplete(paths);
}

/** How many packages wait for this person's answer, and since when. One query, none for who organises nothing. */
export async function countReceivedWaiting({ by }: { by: Actor }): Promise<{ count: number; oldest: Date | null }> {
  const paths = organisedPaths(by);
  const waiting = paths.length === 0 ? [] : (await findComplete(paths)).filter(({ accepted }) => !accepted);
  return { count: waiting.length, oldest: waiting[0]?.since ?? null };
}

async function findComplete(paths: string[]): Promise<ReceivedNomination[]> {
  const at = now();
  const rows = await db.nomination.findMany({
    where: {
      withdrawnAt: null,
      declinedAt: null,
      consents: { some: { withdrawnAt: null } },
      OR: paths.map((path) => ({ toUnit: { path: { startsWith: path } } })),
    },
    orderBy: { at: 'desc' },
    take: 500,
    relationLoadStrategy: 'join',
    select: {
      ...answerColumns,
      id: true,
      acceptedAt: true,
      fromUnit: { select: { name: true, kind: true, code: true } },
      toUnit: { select: { name: true, kind: true, code: true } },
      entry: {
        select: {
          ...answerColumns.entry.select,
          version: { select: { title: true } },
          contest: { select: { name: true } },
        },
      },
    },
  });
  return rows
    .filter((row) => answersOf(row, at).complete)
    .map((row) => ({
      id: row.id,
      title: row.entry.version.title,
      contest: row.entry.contest.name,
      from: unitTitle(row.fromUnit),
      to: unitTitle(row.toUnit),
      since: new Date(Math.max(...[...row.consents, ...row.guardians].map(({ givenAt }) => givenAt?.getTime() ?? 0))),
      accepted: row.acceptedAt !== null,
    }))
    .sort((a, b) => Number(a.accepted) - Number(b.accepted) || a.since.getTime() - b.since.getTime());
}
