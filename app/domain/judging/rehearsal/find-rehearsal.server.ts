import { canonicalJson } from '#app/domain/canonical-json.ts';
import { insistThat, whyNotPrepare } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { composeRehearsal, findLastYear } from './compose-rehearsal.server.ts';
import { findingsOf } from './findings.ts';
import type { RehearsalProblem, RehearsalReport } from './rehearsal.ts';
import type { RehearsalOptions } from './rehearsal-form.ts';

/** Entries a division is taken to get where nobody has said. */
const usualEntries = 20;

/**
 * A contest's newest rehearsal with what it found, whether rules and panel are still those it was played by, and what the next one
 * would begin with. Throws NotFound and NotAllowed.
 */
export async function findRehearsal({ slug, by }: { slug: string; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotPrepare(by, { id: contest.id, hostPath: contest.hostPath }));
  const [row, source, judges] = await Promise.all([
    db.rehearsal.findFirst({
      where: { contestId: contest.id },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        at: true,
        plays: true,
        done: true,
        options: true,
        problem: true,
        report: true,
        finishedAt: true,
        failedAt: true,
        by: { select: { fullName: true } },
      },
    }),
    db.contest.findUnique({
      where: { id: contest.id },
      select: { clonedFrom: { select: { id: true, name: true } } },
    }),
    db.judge.findMany({
      where: { contestId: contest.id },
      select: { id: true, number: true, person: { select: { fullName: true } } },
    }),
  ]);
  const cloned = source?.clonedFrom ?? null;
  const last = cloned === null ? null : await findLastYear(db, cloned.id);
  const before = row === null ? null : (row.options as unknown as RehearsalOptions);
  const next: RehearsalOptions = {
    seed: before?.seed ?? 1,
    source: before?.source ?? (last === null ? 'synthetic' : 'last'),
    entries: Object.fromEntries(
      contest.divisions.map(({ slug: division }) => [
        division,
        before?.entries[division] ?? last?.divisions.get(division)?.length ?? usualEntries,
      ]),
    ),
    judges: before?.judges ?? 9,
    load: before?.load ?? 40,
  };
  const names = new Map(judges.map(({ id, number, person }) => [id, `${number}. ${person.fullName}`]));
  // Judges nobody has invited yet are numbered.
  const judgeName = (id: string) => names.get(id) ?? id.replace(/^g0*/, '#');
  const problem = row === null ? null : (row.problem as unknown as RehearsalProblem);
  const report = row?.report == null ? null : (row.report as unknown as RehearsalReport);
  const stale =
    before !== null &&
    canonicalJson(await composeRehearsal(db, { contestId: contest.id, options: before })) !== canonicalJson(problem);
  return {
    contest,
    lastYear: last === null ? null : { name: cloned!.name, entries: last.count },
    seated: contest.panel.judges,
    judged: contest.rounds.some(({ state }) => state !== 'PLANNED'),
    next,
    rehearsal:
      row === null
        ? null
        : {
            at: row.at,
            by: row.by.fullName,
            plays: row.plays,
            done: row.done,
            state: row.finishedAt !== null ? 'done' : row.failedAt !== null ? 'failed' : 'running',
            stale,
            model: problem!.model,
            source: before!.source,
          },
    report:
      report === null || problem === null
        ? null
        : {
            ...report,
            findings: findingsOf(problem, report, {
              division: (division) => contest.divisions.find((one) => one.slug === division)?.name ?? division,
              round: (number) => contest.rounds.find((one) => one.number === number)?.name ?? String(number),
              award: (at) => contest.rules.awards[at]?.name ?? String(at + 1),
              judge: judgeName,
            }),
            rounds: report.rounds.map(({ assigned, ...round }) => ({
              ...round,
              loads:
                assigned === null || assigned.status === 'infeasible'
                  ? []
                  : assigned.loads.map(({ judge, ...load }) => ({ ...load, name: judgeName(judge) })),
            })),
          },
  } as const;
}
