import { describe, expect, test } from 'vitest';
import { findingsOf } from '#app/domain/judging/rehearsal/findings.ts';
import { playRehearsal } from '#app/domain/judging/rehearsal/play.ts';
import type { RehearsalProblem, RehearsedDivision, RehearsedRound } from '#app/domain/judging/rehearsal/rehearsal.ts';

const criteria = Array.from({ length: 5 }, () => ({ weight: 20, min: 0, max: 20, step: 1 }));
const division = (slug: string, count: number, changes: Partial<RehearsedDivision> = {}): RehearsedDivision => ({
  slug,
  entries: Array.from({ length: count }, (_, at) => ({
    id: `${slug}-${String(at + 1).padStart(3, '0')}`,
    quality: null,
    pool: slug,
    fieldId: null,
    characters: 6_000,
  })),
  places: [],
  upwards: null,
  ...changes,
});
const round = (number: number, changes: Partial<RehearsedRound> = {}): RehearsedRound => ({
  number,
  reviewsPerEntry: 3,
  method: 'ADJUSTED',
  pass: null,
  criteria: { a: criteria, b: criteria },
  days: 14,
  ...changes,
});
const problem = (changes: Partial<RehearsalProblem> = {}): RehearsalProblem => ({
  seed: 7,
  plays: 12,
  divisions: [division('a', 14)],
  judges: Array.from({ length: 5 }, (_, at) => ({ id: `g${at + 1}`, min: 0, max: 14, pools: [], fieldIds: [] })),
  rounds: [round(1)],
  thresholds: 'RAW',
  ties: [],
  awards: [],
  gap: null,
  model: { mean: 68, entry: 9, judge: 5, residual: 7 },
  ...changes,
});
const names = {
  division: (slug: string) => slug.toUpperCase(),
  round: (number: number) => `Vòng ${number}`,
  award: (at: number) => ['Nhất', 'Nhì', 'Ba'][at]!,
  judge: (id: string) => id,
};
/** What was found, by weight and key, with the values that are named. */
async function found(of: RehearsalProblem, ...values: string[]) {
  const report = await playRehearsal(of);
  return findingsOf(of, report, names).map(({ weight, because }) =>
    [
      weight,
      because.key.replace('judging:rehearsal.found.', ''),
      ...values.flatMap((name) => (because.values?.[name] === undefined ? [] : [because.values[name]])),
    ].join(' '),
  );
}

describe('a contest played through', () => {
  test('the same problem gives the same report, another seed another one; each play is told', async () => {
    const of = problem({ rounds: [round(1, { pass: { top: 5, minMean: null, noZero: true } }), round(2)] });
    const told: number[] = [];
    const report = await playRehearsal(of, (done) => told.push(done));
    expect(await playRehearsal(of)).toEqual(report);
    expect(await playRehearsal({ ...of, seed: 8 })).not.toEqual(report);
    expect(told).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    expect(report.rounds.map(({ entries, assigned }) => [entries, assigned?.status])).toEqual([
      [{ least: 14, most: 14, mean: 14 }, 'optimal'],
      [expect.objectContaining({ least: expect.any(Number) }), 'optimal'],
    ]);
    const [first] = report.rounds;
    expect(first!.assigned).toMatchObject({ connected: true });
    const loads = first!.assigned?.status === 'optimal' ? first!.assigned.loads : [];
    expect(loads.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(42);
    // Six thousand signs are read in six minutes, and five criteria take a minute each.
    expect(loads.every(({ sheets, minutes }) => minutes === 11 * sheets)).toBe(true);
  });

  test('nothing surprises where nothing is asked', async () => {
    expect((await found(problem())).filter((one) => !one.startsWith('worth'))).toEqual([]);
  });

  test('a prize nobody reaches, one that is often empty, a mark nobody meets', async () => {
    const of = problem({
      divisions: [division('a', 14, { places: [1, null] })],
      awards: [
        { from: 99, places: 1 },
        { from: 40, places: null },
      ],
    });
    expect(await found(of, 'award')).toEqual(['stops awardNever Nhất', 'worth bestFirst']);
    const high = problem({ rounds: [round(1, { pass: { top: null, minMean: 99, noZero: false } }), round(2)] });
    expect(await found(high)).toContain('stops nobodyEver');
    const often = await found({ ...of, awards: [{ from: 84, places: 1 }, of.awards[1]!] }, 'award');
    expect(often[0]).toBe('surprises awardNone Nhất');
  });

  test('judges too few: the solver’s own reason; and the plays go on to find what else there is', async () => {
    const few = problem({
      judges: problem().judges.map((judge) => ({ ...judge, max: 8 })),
      rounds: [round(1, { pass: { top: 20, minMean: null, noZero: false } })],
    });
    expect((await found(few, 'needed', 'available', 'top', 'count')).slice(0, 2)).toEqual([
      'stops short.capacity 42 40',
      'stops cutBeyondField 20 14',
    ]);
    const two = problem({ judges: problem().judges.slice(0, 2) });
    expect((await found(two, 'needed', 'available'))[0]).toMatch(/^stops short\.(entry-short|group-short|capacity)/);
  });

  test('hours, third readers, a division nobody enters, too few to send upwards', async () => {
    const of = problem({
      divisions: [division('a', 14, { upwards: 6 }), division('b', 0)],
      rounds: [round(1, { days: 0.5, pass: { top: 4, minMean: null, noZero: false } })],
      gap: 10,
    });
    const told = await found(of, 'division', 'days');
    expect(told).toContain('surprises noEntries B');
    expect(told).toContain('surprises hours 0.5');
    expect(told).toContain('stops upwardsShort A');
    expect(told.some((one) => one.startsWith('worth thirdReaders'))).toBe(true);
  });

  test('ties at the cut, where marks are coarse', async () => {
    const coarse = [{ weight: 1, min: 1, max: 3, step: 1 }];
    const of = problem({
      rounds: [
        round(1, {
          method: 'RAW',
          reviewsPerEntry: 1,
          criteria: { a: coarse },
          pass: { top: 3, minMean: null, noZero: false },
        }),
        round(2, { method: 'RAW', criteria: { a: coarse } }),
      ],
    });
    expect(await found(of)).toContain('surprises tied');
  });

  test('last year’s entries keep their worth: the best is nearly always first where judges agree', async () => {
    const entries = division('a', 10).entries.map((entry, at) => ({ ...entry, quality: 30 + 6 * at }));
    const of = problem({
      divisions: [division('a', 0, { entries })],
      model: { mean: 60, entry: 0, judge: 1, residual: 1 },
    });
    const report = await playRehearsal(of);
    expect(report.divisions[0]!.bestFirst).toBe(12);
  });
});
