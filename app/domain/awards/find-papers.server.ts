import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { closingKinds, endsEdition } from '#app/domain/history/record/record-body.ts';
import { findOutcomes } from '#app/domain/judging/find-outcomes.server.ts';
import { findSheetTotals } from '#app/domain/judging/find-sheet-totals.server.ts';
import { findSheets } from '#app/domain/judging/find-sheets.server.ts';
import { whyNotSeeSheets } from '#app/domain/judging/round-access.ts';
import { publishedMark } from '#app/domain/judging/scoring.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { PaperEntry, RoundPapers } from './round-papers.ts';

/**
 * Everything the papers of a closed or published round say, for those who run the contest and may know who wrote what. The number of
 * queries does not depend on how many entries there are.
 */
export async function findPapers({
  slug,
  number,
  by,
}: {
  slug: string;
  number: number;
  by: Actor;
}): Promise<RoundPapers> {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.hostPath };
  insistThat(whyNotSeeSheets(by, place, { isJudge: contest.may.isJudge, state: round.state }));
  insistThat(contest.may.seeTeams ? null : { key: 'contests:refusals.notOfficer' });
  if (round.state !== 'CLOSED' && round.state !== 'PUBLISHED') throw new NotNow({ key: 'judging:refusals.notClosed' });
  const staged = await findOutcomes(db, { contestId: contest.id, number });
  if (staged === null) throw new NotNow({ key: 'judging:refusals.notRanked' });

  const [host, acts, seats, standings, entries, outcomes, certificates, criteria, closing] = await Promise.all([
    db.unit.findUniqueOrThrow({
      where: { id: contest.host.id },
      select: { name: true, kind: true, code: true, province: { select: { name: true } } },
    }),
    db.roundAct.findMany({
      where: { roundId: round.id },
      orderBy: { at: 'asc' },
      select: { to: true, at: true, reason: true },
    }),
    db.roleGrant.findMany({
      where: { contestId: contest.id, kind: { in: ['CHAIR', 'SECRETARY', 'JUDGE'] }, endedAt: null },
      orderBy: { grantedAt: 'asc' },
      select: { kind: true, judge: { select: { id: true, number: true } }, person: { select: { fullName: true } } },
    }),
    db.standing.findMany({
      where: { rankingId: staged.rankingId },
      select: {
        entryId: true,
        sheets: true,
        mean: true,
        median: true,
        sd: true,
        adjusted: true,
        se: true,
        rank: true,
        rankLow: true,
        rankHigh: true,
      },
    }),
    db.entry.findMany({
      where: { contestId: contest.id, standings: { some: { rankingId: staged.rankingId } } },
      relationLoadStrategy: 'join',
      orderBy: { number: 'asc' },
      select: {
        id: true,
        number: true,
        division: { select: { id: true, name: true, position: true } },
        version: { select: { title: true, unit: { select: { name: true } } } },
        members: { orderBy: { kind: 'asc' }, select: { kind: true, person: { select: { fullName: true } } } },
      },
    }),
    db.outcome.findMany({
      where: { roundId: round.id },
      orderBy: { edition: 'asc' },
      select: { entryId: true, passed: true, award: true },
    }),
    db.certificate.findMany({
      where: { revokedAt: null, outcome: { roundId: round.id } },
      orderBy: { number: 'asc' },
      select: { number: true, outcome: { select: { entryId: true } } },
    }),
    db.criterion.findMany({
      where: { rubric: { roundId: round.id } },
      orderBy: { position: 'asc' },
      select: { id: true, name: true, max: true, min: true, weight: true, rubric: { select: { divisionId: true } } },
    }),
    db.contestRecord.findMany({
      where: { contestId: contest.id, kind: { in: [...closingKinds] }, body: { path: ['round'], equals: number } },
      orderBy: { n: 'asc' },
      select: { kind: true, at: true, body: true, hash: true },
    }),
  ]);
  const roots = closing.filter(endsEdition);
  const sheets = (
    await findSheets(db, { contestId: contest.id, roundId: round.id, settled: round.state === 'PUBLISHED' })
  ).filter(({ state }) => state === 'submitted');
  const divisionOf = new Map(entries.map(({ id, division }) => [id, division.id]));
  const counted = sheets.filter(({ entryId }) => divisionOf.has(entryId));
  const totals = await findSheetTotals(db, {
    roundId: round.id,
    sheets: counted.map(({ id, entryId }) => ({ id, divisionId: divisionOf.get(entryId)! })),
  });
  const notes = await db.scoresheet.findMany({
    where: { id: { in: counted.map(({ id }) => id) } },
    select: { id: true, noteToTeam: true, submittedAt: true },
  });
  const noteOf = new Map(notes.map((one) => [one.id, one]));
  const judges = new Map(
    seats.flatMap(({ judge, person }) =>
      judge === null ? [] : [[judge.id, { number: judge.number, name: person.fullName }]],
    ),
  );
  const standingOf = new Map(standings.map((one) => [one.entryId, one]));
  const decidedOf = new Map(staged.decided.map((one) => [one.entry, one]));
  const inForce = new Map(outcomes.map((one) => [one.entryId, one]));
  const overrideOf = new Map(staged.overrides.map((one) => [one.entry, one.reason]));
  const ownRubric = new Set(criteria.flatMap(({ rubric }) => rubric.divisionId ?? []));
  const rows = entries.map((entry): PaperEntry => {
    const { sheets: count, mean, median, sd, adjusted, se, rank, rankLow, rankHigh } = standingOf.get(entry.id)!;
    const decided = decidedOf.get(entry.id)!;
    const now = inForce.get(entry.id) ?? decided;
    return {
      number: entry.number,
      title: entry.version.title,
      division: entry.division.name,
      unit: entry.version.unit?.name ?? '',
      team: entry.members
        .toSorted((a, b) => Number(b.kind === 'LEAD') - Number(a.kind === 'LEAD'))
        .map(({ person }) => person.fullName),
      sheets: count,
      marks: counted
        .filter(({ entryId }) => entryId === entry.id)
        .map(({ id, judgeId }) => ({ judge: judges.get(judgeId)?.number ?? 0, total: totals.get(id)?.total ?? null }))
        .sort((a, b) => a.judge - b.judge),
      mean: publishedMark(mean),
      median: publishedMark(median),
      sd: sd === null ? null : publishedMark(sd),
      adjusted: adjusted === null ? null : publishedMark(adjusted),
      se: se === null ? null : publishedMark(se),
      rank,
      place: decided.place,
      interval: rankLow === null || rankHigh === null ? null : [rankLow, rankHigh],
      passed: now.passed,
      award: now.award,
      byRules: { passed: decided.rulePassed, award: decided.ruleAward },
      because: [...decided.because],
      awardBecause: decided.awardBecause,
      tie: decided.tie,
      overrideReason: overrideOf.get(entry.id) ?? null,
      certificates: certificates.filter(({ outcome }) => outcome.entryId === entry.id).map((one) => one.number),
    };
  });
  const position = new Map(entries.map(({ division }) => [division.name, division.position]));
  rows.sort(
    (a, b) => position.get(a.division)! - position.get(b.division)! || a.place - b.place || a.number - b.number,
  );
  return {
    contest: { slug: contest.slug, name: contest.name, rulesHash: contest.frozen?.hash ?? null },
    host: { ...contest.host, ...host, place: host.kind === 'PROVINCE' ? host.name : (host.province?.name ?? '') },
    round: {
      number: round.number,
      name: round.name,
      state: round.state,
      method: round.method,
      reviewsPerEntry: round.reviewsPerEntry,
      last: staged.round.last,
    },
    closed: acts.findLast(({ to }) => to === 'CLOSED') ?? null,
    published: acts.findLast(({ to }) => to === 'PUBLISHED') ?? null,
    seats: {
      chairs: seats.filter(({ kind }) => kind === 'CHAIR').map(({ person }) => person.fullName),
      secretaries: seats.filter(({ kind }) => kind === 'SECRETARY').map(({ person }) => person.fullName),
      judges: [...judges.values()].sort((a, b) => a.number - b.number),
    },
    awards: staged.by.awards.map((award, at) => ({ ...award, name: staged.awardNames[at]! })),
    entries: rows,
    sheets: counted.map(({ id, entryId, judgeId }) => {
      const entry = entries.find((one) => one.id === entryId)!;
      const rubric = ownRubric.has(entry.division.id) ? entry.division.id : null;
      const own = criteria.filter((one) => one.rubric.divisionId === rubric);
      return {
        entry: entry.number,
        title: entry.version.title,
        division: entry.division.name,
        judge: judges.get(judgeId) ?? { number: 0, name: '' },
        submittedAt: noteOf.get(id)?.submittedAt ?? null,
        note: noteOf.get(id)?.noteToTeam ?? '',
        total: totals.get(id)?.total ?? null,
        marks: own.map(({ id: criterion, name, min, max, weight }) => ({
          name,
          min,
          max,
          weight,
          mark: totals.get(id)?.marks.get(criterion) ?? null,
        })),
      };
    }),
    root: roots.at(-1)?.hash ?? null,
    earlierRoots: roots.slice(0, -1).map(({ kind, hash, at }) => ({ hash, at, appeal: kind === 'appeal-decided' })),
  };
}
