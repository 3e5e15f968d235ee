import { canonicalJson } from '#app/domain/canonical-json.ts';
import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import type { Panel } from '#app/domain/contests/round-panels.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { db } from '#app/platform/db/db.server.ts';
import { affinityOf } from './affinity.ts';
import { type PlanAnswer, type PlanProblem, servedBy } from './assignment-plan.ts';
import { composeProblem } from './compose-problem.server.ts';
import { coverageOf } from './coverage.ts';
import { findPanels } from './find-panels.server.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { findSheets } from './find-sheets.server.ts';
import { entriesApart, panelStandings } from './panels.ts';
import { whyNotSeeSheets } from './round-access.ts';

/** What is assigned in a round, what is missing, and the plan being looked at with its loads and its worst-served entries. */
export async function findAssignmentPage({
  slug,
  number,
  planId,
  by,
}: {
  slug: string;
  number: number;
  planId: string | null;
  by: Actor;
}) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.hostPath };
  insistThat(whyNotSeeSheets(by, place, { isJudge: contest.may.isJudge, state: round.state }));
  const entries = await findRoundEntries(db, { contestId: contest.id, number });
  const judges = await db.judge.findMany({
    where: { contestId: contest.id },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      minLoad: true,
      maxLoad: true,
      pools: true,
      deputy: true,
      person: { select: { fullName: true } },
      roleGrant: { select: { endedAt: true } },
    },
  });
  const sheets = await findSheets(db, {
    contestId: contest.id,
    roundId: round.id,
    settled: round.state === 'PUBLISHED',
  });
  const plan = await db.assignmentPlan.findFirst({
    where: { roundId: round.id, ...(planId !== null && isUuid(planId) ? { id: planId } : {}) },
    orderBy: { at: 'desc' },
    select: { id: true, problem: true, answer: true, at: true, appliedAt: true, by: { select: { fullName: true } } },
  });
  const panels = await findPanels(db, { round, entries });
  const seats = new Map(judges.map((judge) => [judge.id, { number: judge.number, name: judge.person.fullName }]));
  const papers = new Map(entries.map(({ id, number: n, title }) => [id, { number: n, title }]));
  const stale =
    plan === null || plan.appliedAt !== null
      ? false
      : canonicalJson(
          await composeProblem(db, {
            contestId: contest.id,
            round,
            options: (plan.problem as unknown as PlanProblem).options,
          }),
        ) !== canonicalJson(plan.problem);
  return {
    contest,
    round: {
      number: round.number,
      name: round.name,
      state: round.state,
      reviewsPerEntry: round.reviewsPerEntry,
    },
    coverage: coverageOf({ entries, sheets, reviews: round.reviewsPerEntry }),
    panels: panelStandings({
      panels,
      entries,
      judges: judges.filter(({ deputy, roleGrant }) => roleGrant.endedAt === null && !deputy),
      sheets,
      reviews: round.reviewsPerEntry,
    }),
    /** Entries that belong to no panel. */
    apart: entriesApart(panels, entries).map(({ number: n, title }) => ({ number: n, title })),
    capacity: judges
      .filter(({ roleGrant }) => roleGrant.endedAt === null)
      .reduce((sum, { maxLoad }) => sum + maxLoad, 0),
    entries: entries.map(({ number: n, title }) => ({ number: n, title })),
    judges: judges
      .filter(({ roleGrant }) => roleGrant.endedAt === null)
      .map(({ id, number: n, person, minLoad, maxLoad }) => ({
        id,
        number: n,
        name: person.fullName,
        minLoad,
        maxLoad,
      })),
    sheets: sheets
      .map(({ id, entryId, judgeId, state, marks }) => ({
        id,
        state,
        begun: marks > 0,
        entry: papers.get(entryId) ?? null,
        judge: seats.get(judgeId)!,
      }))
      .flatMap(({ entry, ...sheet }) => (entry === null ? [] : [{ ...sheet, entry }]))
      .sort((a, b) => a.entry.number - b.entry.number || a.judge.number - b.judge.number),
    plan:
      plan === null
        ? null
        : {
            id: plan.id,
            at: plan.at,
            by: plan.by.fullName,
            appliedAt: plan.appliedAt,
            stale,
            ...describePlan(
              plan.problem as unknown as PlanProblem,
              plan.answer as unknown as PlanAnswer,
              seats,
              papers,
              panels.panels,
            ),
          },
  };
}

/** What a plan gives each panel: readings, how many of them come from other panels, and what its judges then have. */
function panelsPlanned(
  { entries, judges }: PlanProblem,
  { pairs, loads }: Extract<PlanAnswer, { loads: unknown }>,
  named: readonly Panel[],
) {
  const seatOf = new Map(judges.map(({ id, pools }) => [id, pools]));
  const keys = [...new Set(entries.map(({ pool }) => pool))];
  return keys
    .map((key) => {
      const own = new Map(entries.flatMap(({ id, pool, reviews }) => (pool === key ? [[id, reviews]] : [])));
      const given = pairs.filter(([entry]) => own.has(entry));
      const within = (pools: readonly string[]) => pools.length === 0 || (key !== null && pools.includes(key));
      const readers = judges.filter(({ pools }) => within(pools));
      return {
        key,
        name: named.find((panel) => panel.key === key)?.name ?? null,
        entries: own.size,
        wanted: [...own.values()].reduce((sum, reviews) => sum + reviews, 0),
        given: given.length,
        links: given.filter(([, judge]) => !within(seatOf.get(judge)!)).length,
        judges: readers.length,
        load: readers.reduce((sum, { id }) => sum + (loads[id] ?? 0), 0),
        room: readers.reduce((sum, { max }) => sum + max, 0),
      };
    })
    .sort(
      (a, b) => Number(a.name === null) - Number(b.name === null) || (a.name ?? '').localeCompare(b.name ?? '', 'vi'),
    );
}

type Seat = { number: number; name: string };
type Paper = { number: number; title: string };

/** A plan in numbers and names instead of ids. */
function describePlan(
  problem: PlanProblem,
  answer: PlanAnswer,
  seats: ReadonlyMap<string, Seat>,
  papers: ReadonlyMap<string, Paper>,
  named: readonly Panel[],
) {
  const nobody: Seat = { number: 0, name: '?' };
  const nothing: Paper = { number: 0, title: '?' };
  const options = problem.options;
  if (answer.status === 'infeasible') {
    return {
      status: answer.status,
      options,
      reasons: answer.shortages.map(({ kind, entries, judges, needed, available, unproved }) => ({
        kind,
        entries: entries.map((id) => papers.get(id) ?? nothing),
        judges: judges.map((id) => seats.get(id) ?? nobody),
        needed,
        available,
        unproved: unproved ?? false,
      })),
    };
  }
  const stays = new Set((problem.kept ?? []).map((pair) => pair.join(' ')));
  const chosen = new Set(answer.pairs.map((pair) => pair.join(' ')));
  const served = servedBy(problem, answer.pairs);
  const entryOf = new Map(problem.entries.map((entry) => [entry.id, entry]));
  const judgeOf = new Map(problem.judges.map((judge) => [judge.id, judge]));
  const readers = new Map<string, string[]>();
  for (const [entry, judge] of answer.pairs) readers.set(entry, [...(readers.get(entry) ?? []), judge]);
  return {
    status: answer.status,
    options,
    // A re-plan weighs what stays above what fits: how well it fits is counted afresh.
    total: problem.kept ? [...served.values()].reduce((sum, fit) => sum + fit, 0) : answer.total,
    worst: problem.kept ? Math.min(...served.values()) : answer.worst,
    bound: answer.bound,
    connected: answer.connected,
    sheets: answer.pairs.filter((pair) => !stays.has(pair.join(' '))).length,
    /** With a re-plan: sheets nobody has begun that go to somebody else. */
    moved: (problem.kept ?? [])
      .filter((pair) => !chosen.has(pair.join(' ')))
      .map(([entry, judge]) => ({ entry: papers.get(entry) ?? nothing, judge: seats.get(judge) ?? nobody })),
    loads: problem.judges.map(({ id, min, max }) => ({
      ...(seats.get(id) ?? nobody),
      load: answer.loads[id] ?? 0,
      min,
      max,
    })),
    panels: problem.parted ? panelsPlanned(problem, answer, named) : [],
    /** Entries from the one whose judges fit least. */
    served: problem.entries
      .map(({ id, reviews }) => ({
        ...(papers.get(id) ?? nothing),
        reviews,
        fit: (served.get(id) ?? 0) / reviews,
        judges: (readers.get(id) ?? []).map((judge) => ({
          ...(seats.get(judge) ?? nobody),
          fit: affinityOf(judgeOf.get(judge)!, entryOf.get(id)!),
        })),
      }))
      .sort((a, b) => a.fit - b.fit || a.number - b.number),
  };
}
