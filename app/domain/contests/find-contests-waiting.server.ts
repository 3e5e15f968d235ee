import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

export type ContestsWaiting = {
  /** Rounds past their deadline that this person may close, as chair or secretary. */
  rounds: { slug: string; contest: string; number: number; name: string; closesAt: Date }[];
  /** Entries this person leads whose idea has a newer published version, while it may still be exchanged. */
  newer: { slug: string; contest: string; number: number; title: string; closesAt: Date }[];
  /** Contests whose questions this person answers, as chair or secretary who judges nothing there, with the oldest that waits. */
  questions: { slug: string; contest: string; count: number; since: Date }[];
};

/** What of contests waits for somebody. Three queries. */
export async function findContestsWaiting({ by }: { by: Actor }): Promise<ContestsWaiting> {
  const at = now();
  const led = by.roles.flatMap(({ kind, contestId }) =>
    contestId !== null && (kind === 'CHAIR' || kind === 'SECRETARY') ? [contestId] : [],
  );
  const judged = new Set(by.roles.flatMap(({ kind, contestId }) => (kind === 'JUDGE' ? (contestId ?? []) : [])));
  const answered = led.filter((id) => !judged.has(id));
  const [rounds, entries, asked] = await Promise.all([
    led.length === 0
      ? []
      : db.round.findMany({
          where: { contestId: { in: led }, state: 'OPEN', closesAt: { lte: at }, contest: { suspendedAt: null } },
          orderBy: { closesAt: 'asc' },
          take: 50,
          select: { number: true, name: true, closesAt: true, contest: { select: { slug: true, name: true } } },
        }),
    db.entry.findMany({
      where: {
        withdrawal: { is: null },
        members: { some: { personId: by.id, kind: 'LEAD' } },
        contest: { state: 'OPEN', closesAt: { gt: at }, suspendedAt: null },
        idea: { publishedVersionId: { not: null } },
      },
      take: 50,
      select: {
        number: true,
        versionId: true,
        contest: { select: { slug: true, name: true, closesAt: true } },
        idea: { select: { publishedVersionId: true, publishedVersion: { select: { title: true } } } },
      },
    }),
    answered.length === 0
      ? []
      : db.contest.findMany({
          where: {
            id: { in: answered },
            state: { not: 'CANCELLED' },
            questions: { some: { answeredAt: null } },
          },
          relationLoadStrategy: 'join',
          select: {
            slug: true,
            name: true,
            questions: { where: { answeredAt: null }, orderBy: { at: 'asc' }, take: 1, select: { at: true } },
            _count: { select: { questions: { where: { answeredAt: null } } } },
          },
        }),
  ]);
  return {
    rounds: rounds.map(({ contest, ...round }) => ({ ...round, slug: contest.slug, contest: contest.name })),
    newer: entries
      .filter(({ versionId, idea }) => idea.publishedVersionId !== versionId)
      .map(({ number, contest, idea }) => ({
        slug: contest.slug,
        contest: contest.name,
        number,
        title: idea.publishedVersion?.title ?? '',
        closesAt: contest.closesAt,
      })),
    questions: asked.map(({ slug, name, questions, _count }) => ({
      slug,
      contest: name,
      count: _count.questions,
      since: questions[0]!.at,
    })),
  };
}

export type MyEntry = {
  slug: string;
  contest: string;
  number: number;
  title: string;
  state: 'OPEN' | 'CLOSED' | 'PUBLISHED' | 'CANCELLED';
  closesAt: Date;
  withdrawn: boolean;
};

/** Entries of the teams this person was on, the newest first. One query. */
export async function findMyEntries({ by }: { by: Actor }): Promise<MyEntry[]> {
  const entries = await db.entry.findMany({
    where: { members: { some: { personId: by.id } }, contest: { state: { not: 'DRAFT' } } },
    orderBy: { enteredAt: 'desc' },
    take: 100,
    relationLoadStrategy: 'join',
    select: {
      number: true,
      contest: { select: { slug: true, name: true, state: true, closesAt: true } },
      version: { select: { title: true } },
      withdrawal: { select: { at: true } },
    },
  });
  return entries.map(({ number, contest, version, withdrawal }) => ({
    slug: contest.slug,
    contest: contest.name,
    number,
    title: version.title,
    state: contest.state as MyEntry['state'],
    closesAt: contest.closesAt,
    withdrawn: withdrawal !== null,
  }));
}
