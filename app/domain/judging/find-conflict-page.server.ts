import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/** Every conflict between the panel and the entries of a round, as it stands now, and what was declared. */
export async function findConflictPage({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.hostPath };
  insistThat(whyNotSeeSheets(by, place, { isJudge: contest.may.isJudge, state: round.state }));
  const [found, entries, judges, declared, related] = [
    await findConflicts(db, { contestId: contest.id, roundId: round.id }),
    await db.entry.findMany({
      where: { contestId: contest.id, withdrawal: null },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, version: { select: { title: true } } },
    }),
    await db.judge.findMany({
      where: { contestId: contest.id, roleGrant: { endedAt: null } },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, person: { select: { fullName: true } } },
    }),
    await db.conflict.findMany({
      where: { entry: { contestId: contest.id }, withdrawnAt: null },
      orderBy: { declaredAt: 'desc' },
      select: {
        id: true,
        kind: true,
        reason: true,
        declaredAt: true,
        entry: { select: { number: true } },
        person: { select: { fullName: true } },
      },
    }),
    await db.relation.findMany({
      where: {
        withdrawnAt: null,
        OR: [
          { person: { judgeSeats: { some: { contestId: contest.id } } } },
          { other: { judgeSeats: { some: { contestId: contest.id } } } },
        ],
      },
      orderBy: { at: 'desc' },
      select: {
        id: true,
        kind: true,
        since: true,
        until: true,
        note: true,
        person: { select: { fullName: true } },
        other: { select: { fullName: true } },
      },
    }),
  ];
  const entry = new Map(entries.map((one) => [one.id, one]));
  const judge = new Map(judges.map((one) => [one.id, one]));
  return {
    contest,
    round: { number: round.number, name: round.name, state: round.state },
    entries: entries.map(({ number: n, version }) => ({ number: n, title: version.title })),
    judges: judges.map(({ number: n, person }) => ({ number: n, name: person.fullName })),
    found: found
      .flatMap(({ entryId, judgeId, kind, path }) => {
        const of = entry.get(entryId);
        const with_ = judge.get(judgeId);
        if (of === undefined || with_ === undefined) return [];
        return [
          {
            kind,
            path,
            entry: { number: of.number, title: of.version.title },
            judge: { number: with_.number, name: with_.person.fullName },
          },
        ];
      })
      .sort((a, b) => a.entry.number - b.entry.number || a.judge.number - b.judge.number),
    related: related.map(({ person, other, ...row }) => ({
      ...row,
      person: person.fullName,
      other: other.fullName,
    })),
    declared: declared.map(({ entry: of, person, ...row }) => ({ ...row, entry: of.number, judge: person.fullName })),
  };
}
