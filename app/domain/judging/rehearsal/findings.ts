import type { Because } from '#app/domain/refusal.ts';
import type { RehearsalProblem, RehearsalReport, RoundReport } from './rehearsal.ts';

/** What of a rehearsal would surprise. `stops`: it cannot go as the rules have it; `surprises`: it often would; `worth`: good to know. */
export type Finding = { weight: 'stops' | 'surprises' | 'worth'; because: Because };

type Names = {
  division: (slug: string) => string;
  round: (number: number) => string;
  award: (at: number) => string;
  judge: (id: string) => string;
};

/** Hours a day somebody with another occupation gives to reading, at most. */
export const hoursADay = 2;

/** From such a share of the plays on it is to be expected. */
const often = 0.2;

function said(weight: Finding['weight'], key: string, values: Because['values']): Finding {
  return { weight, because: { key: `judging:rehearsal.found.${key}`, ...(values === undefined ? {} : { values }) } };
}

/** Everything a rehearsal found that its organiser should hear of, the gravest first; empty where it went as the rules have it. */
export function findingsOf(problem: RehearsalProblem, report: RehearsalReport, names: Names): Finding[] {
  const list = [
    ...inField(problem, names),
    ...report.rounds.flatMap((round) => [...inPanel(problem, round, names), ...inCut(problem, report, round, names)]),
    ...inPrizes(problem, report, names),
  ];
  const weights = ['stops', 'surprises', 'worth'];
  return list.sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
}

function inField({ divisions }: RehearsalProblem, names: Names): Finding[] {
  return divisions
    .filter(({ entries }) => entries.length === 0)
    .map(({ slug }) => said('surprises', 'noEntries', { division: names.division(slug) }));
}

function inPanel(problem: RehearsalProblem, { number, assigned, ...round }: RoundReport, names: Names): Finding[] {
  const list: Finding[] = [];
  const { plays, days, method } = { ...problem, ...problem.rounds.find((one) => one.number === number)! };
  const values = { round: names.round(number) };
  for (const { name, short, entries, wanted, judges, capacity } of round.panels?.short ?? []) {
    const panel = { ...values, panel: name, entries, wanted, judges, capacity };
    list.push(said('stops', short === 'judges' ? 'panelJudges' : 'panelCapacity', panel));
  }
  if (round.panels !== undefined && round.panels.apart > 0) {
    list.push(said('stops', 'panelApart', { ...values, count: round.panels.apart }));
  }
  if (assigned?.status === 'infeasible') {
    for (const { kind, judges, needed, available, entries } of assigned.shortages) {
      const who = judges.slice(0, 5).map(names.judge).join(', ') || '–';
      list.push(said('stops', `short.${kind}`, { ...values, needed, available, entries, judges: who }));
    }
  } else if (assigned !== null) {
    const most = assigned.loads.reduce((a, b) => (b.minutes > a.minutes ? b : a), { judge: '', sheets: 0, minutes: 0 });
    const hours = Math.round(most.minutes / 6) / 10;
    if (hours > hoursADay * days) {
      list.push(
        said('surprises', 'hours', {
          ...values,
          judge: names.judge(most.judge),
          hours,
          days: Math.round(days * 10) / 10,
          sheets: most.sheets,
        }),
      );
    }
    if (!assigned.connected && method === 'ADJUSTED') list.push(said('surprises', 'unconnected', values));
  }
  if (round.notComparable > 0) {
    list.push(said('surprises', 'notComparable', { ...values, plays: round.notComparable, of: plays }));
  }
  if (round.noModel > 0) list.push(said('surprises', 'noModel', { ...values, plays: round.noModel, of: plays }));
  if (round.thirdReaders.mean >= 0.5) {
    list.push(
      said('worth', 'thirdReaders', {
        ...values,
        count: Math.round(round.thirdReaders.mean),
        most: round.thirdReaders.most,
      }),
    );
  }
  return list;
}

function inCut(problem: RehearsalProblem, { plays }: RehearsalReport, round: RoundReport, names: Names): Finding[] {
  const list: Finding[] = [];
  const pass = problem.rounds.find(({ number }) => number === round.number)?.pass ?? null;
  if (pass === null) return list;
  for (const one of round.divisions) {
    if (one.entries.most === 0) continue;
    const values = { round: names.round(round.number), division: names.division(one.slug), of: plays };
    if (pass.top !== null && pass.top > one.entries.most) {
      list.push(said('stops', 'cutBeyondField', { ...values, top: pass.top, count: one.entries.most }));
    } else if (one.nobody === plays) {
      list.push(said('stops', 'nobodyEver', values));
    } else if (one.nobody > 0) {
      list.push(said('surprises', 'nobody', { ...values, plays: one.nobody }));
    } else if (one.short > 0) {
      list.push(
        said(one.short >= often * plays ? 'surprises' : 'worth', 'short.cut', {
          ...values,
          plays: one.short,
          top: pass.top ?? 0,
          least: one.passed.least,
        }),
      );
    }
    if (one.tied > 0) {
      list.push(said('surprises', 'tied', { ...values, plays: one.tied, top: pass.top ?? 0, over: one.mostOver }));
    }
    if (one.zeroed.mean >= 0.5) {
      list.push(said('worth', 'zeroed', { ...values, count: Math.round(one.zeroed.mean), most: one.zeroed.most }));
    }
    if (one.tooClose.mean >= 1)
      list.push(said('worth', 'tooClose', { ...values, count: Math.round(one.tooClose.mean) }));
  }
  return list;
}

function inPrizes(problem: RehearsalProblem, { plays, divisions }: RehearsalReport, names: Names): Finding[] {
  const list: Finding[] = [];
  for (const { slug, entries, awards, upwardsShort, bestFirst } of divisions) {
    if (entries === 0) continue;
    const own = problem.divisions.find((one) => one.slug === slug)!;
    const values = { division: names.division(slug), of: plays };
    for (const [at, { none, over }] of awards.entries()) {
      if (own.places[at] === 0) continue;
      const award = names.award(at);
      if (none === plays) list.push(said('stops', 'awardNever', { ...values, award }));
      else if (none > 0) {
        list.push(
          said(at === 0 || none >= often * plays ? 'surprises' : 'worth', 'awardNone', {
            ...values,
            award,
            plays: none,
          }),
        );
      }
      if (over > 0) list.push(said('surprises', 'awardOver', { ...values, award, plays: over }));
    }
    if (upwardsShort > 0) {
      list.push(
        said(upwardsShort === plays ? 'stops' : 'surprises', 'upwardsShort', {
          ...values,
          plays: upwardsShort,
          count: own.upwards ?? 0,
        }),
      );
    }
    if (bestFirst !== null) list.push(said('worth', 'bestFirst', { ...values, plays: bestFirst }));
  }
  return list;
}
