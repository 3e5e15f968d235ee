import { describe, expect, test } from 'vitest';
import { type ContestRules, firstRules } from '#app/domain/contests/contest-rules.ts';
import { contradictionsIn } from '#app/domain/contests/contradictions.ts';
import { missingBeforeOpening } from '#app/domain/contests/readiness.ts';

const vn = (text: string) => new Date(`${text}:00+07:00`);
type Contest = Parameters<typeof contradictionsIn>[0];
type Round = Contest['rounds'][number];

const round = (number: number, changes: Partial<Round> = {}): Round => ({
  number,
  name: `Vòng ${number}`,
  opensAt: vn(`2026-1${number}-02T08:00`),
  closesAt: vn(`2026-1${number}-20T17:00`),
  reviewsPerEntry: 3,
  method: 'ADJUSTED',
  rubrics: [{ divisionId: null, criteria: 6 }],
  ...changes,
});
const rulesWith = (changes: Partial<ContestRules>): ContestRules => ({ ...firstRules, ...changes });
const contest = (rules: Partial<ContestRules> = {}, changes: Partial<Contest> = {}): Contest => ({
  opensAt: vn('2026-09-01T08:00'),
  closesAt: vn('2026-10-01T17:00'),
  rules: rulesWith({ pass: [{ round: 1, top: 10, minMean: null, noZero: false }], ...rules }),
  divisions: [
    { id: '1', slug: 'a', name: 'Bảng A' },
    { id: '2', slug: 'b', name: 'Bảng B' },
  ],
  rounds: [round(0 + 1), round(2)],
  ...changes,
});
/** Each as `where key`, with a mark of exclamation where it keeps the contest from opening. */
const told = (rules: Partial<ContestRules> = {}, changes: Partial<Contest> = {}) =>
  contradictionsIn(contest(rules, changes)).map(
    ({ key, at, grave }) => `${at} ${key.replace('organising:contradictions.', '')}${grave ? '!' : ''}`,
  );
const limits = (division: string, changes: Partial<ContestRules['divisions'][number]> = {}) => ({
  division,
  levels: [],
  minAge: null,
  maxAge: null,
  places: [],
  upwards: null,
  ...changes,
});
const pass = (number: number, top: number | null, changes: Partial<ContestRules['pass'][number]> = {}) => ({
  round: number,
  top,
  minMean: null,
  noZero: false,
  ...changes,
});
const award = (name: string, from: number | null, places: number | null) => ({ name, from, places });

test('rules that hold together say nothing', () => {
  expect(told()).toEqual([]);
  expect(
    told({
      awards: [award('Nhất', 90, 1), award('Nhì', 80, null), award('Ba', 70, null)],
      upwards: 3,
      ties: ['criterion-1', 'median'],
      divisions: [limits('a', { levels: ['UPPER_SECONDARY'] })],
    }),
  ).toEqual([]);
});

describe('the calendar', () => {
  test('a round that begins too early; ages counted years away', () => {
    expect(told({}, { rounds: [round(1, { opensAt: vn('2026-09-30T08:00') }), round(2)] })).toEqual([
      '1 roundBeforeDeadline',
    ]);
    expect(told({}, { rounds: [round(1), round(2, { opensAt: vn('2026-11-20T16:59') })] })).toEqual([
      '2 roundBeforeRound',
    ]);
    expect(told({ entrants: { ...firstRules.entrants, ageOn: '2024-12-31' } })).toEqual(['rules ageOnFar']);
    expect(told({ entrants: { ...firstRules.entrants, ageOn: '2026-12-31' } })).toEqual([]);
  });
});

describe('who may enter', () => {
  test('conditions that never apply', () => {
    expect(told({ entrants: { ...firstRules.entrants, from: 'anyone', confirmedMembership: true } })).toEqual([
      'rules confirmedOfAnyone',
    ]);
    expect(
      told({
        entrants: { ...firstRules.entrants, teamMin: 2 },
        entries: { ...firstRules.entries, perSolo: 1, perLead: 3, perPerson: 2 },
      }),
    ).toEqual(['rules soloInTeams', 'rules leadsMoreThanIn']);
    expect(told({ entrants: { ...firstRules.entrants, teamMax: 1, unitShare: 50 } })).toEqual(['rules shareOfOne']);
  });

  test('ages that leave nobody of a division, or nobody of a level of school', () => {
    expect(told({ divisions: [limits('a', { maxAge: 15 })] })).toEqual(['divisions agesNobody!']);
    expect(told({ divisions: [limits('a', { levels: ['PRIMARY'] })] })).toEqual(['divisions levelsNobody!']);
    expect(told({ divisions: [limits('a', { levels: ['PRIMARY', 'COLLEGE'] })] })).toEqual([
      'divisions levelShut.PRIMARY',
    ]);
    expect(told({ divisions: [limits('a', { levels: ['LOWER_SECONDARY'], maxAge: 16 })] })).toEqual([]);
    expect(told({ divisions: [limits('c', { maxAge: 3 })] })).toEqual(['divisions noSuchDivision']);
  });
});

describe('rounds', () => {
  test('a cut larger than the field, one that cuts nobody, none at all', () => {
    expect(told({ pass: [pass(1, 10), pass(2, 11)] })).toEqual(['2 cutBeyondField!']);
    expect(told({ pass: [pass(1, 10), pass(2, 10)] })).toEqual(['2 cutIsField']);
    expect(told({ pass: [pass(1, 10), pass(2, 10, { minMean: 50 })] })).toEqual([]);
    expect(told({ pass: [] })).toEqual(['1 nobodyCut']);
  });

  test('sheets that cannot be enough', () => {
    const one = { rounds: [round(1, { reviewsPerEntry: 1 }), round(2)] };
    expect(told({ judging: { gap: null, quorum: 4 } })).toEqual(['1 quorumBeyond!', '2 quorumBeyond!']);
    expect(told({ judging: { gap: 20, quorum: 1 } }, one)).toEqual(['1 gapOfOne', '1 adjustedOfOne']);
  });
});

describe('prizes', () => {
  test('nobody can reach', () => {
    expect(told({ awards: [award('Nhất', null, null), award('Nhì', 80, null)] })).toEqual(['awards awardUnreachable!']);
    expect(told({ awards: [award('Nhất', 90, 1), award('Nhì', null, null), award('Ba', null, 3)] })).toEqual([
      'awards awardUnreachable!',
    ]);
    // Whoever passes the last round has 70 or more, and 70 is enough for the third prize, without a limit.
    expect(
      told({
        pass: [pass(1, 10), pass(2, null, { minMean: 70 })],
        awards: [award('Ba', 70, null), award('Khuyến khích', 60, null)],
      }),
    ).toEqual(['awards awardUnreachable!']);
    // One division limits the better award, and there the other can be reached.
    expect(
      told({
        awards: [award('Nhất', null, null), award('Nhì', null, null)],
        divisions: [limits('b', { places: [1] })],
      }),
    ).toEqual([]);
    expect(
      told({
        awards: [award('Nhất', 90, 1)],
        divisions: [limits('a', { places: [0] }), limits('b', { places: [0] })],
      }),
    ).toEqual(['divisions awardNowhere!']);
  });

  test('more than there are entries; more sent upwards than come through, or than are awarded', () => {
    expect(told({ awards: [award('Nhất', null, 1), award('Ba', null, 10)] })).toEqual([
      'awards moreAwardsThanEntries',
      'awards moreAwardsThanEntries',
    ]);
    expect(told({ upwards: 11 })).toEqual(['awards upwardsBeyondCut!', 'awards upwardsBeyondCut!']);
    expect(told({ upwards: 10 })).toEqual([]);
    expect(told({ awards: [award('Nhất', null, 1)], divisions: [limits('b', { upwards: 2 })] })).toEqual([
      'awards upwardsBeyondAwards',
    ]);
  });
});

describe('ties', () => {
  test('by a criterion no rubric has, or only some; by what the ranking went by', () => {
    expect(told({ ties: ['criterion-7'] })).toEqual(['awards tieNoCriterion!']);
    const some = {
      rounds: [
        round(1, {
          rubrics: [
            { divisionId: null, criteria: 6 },
            { divisionId: '2', criteria: 3 },
          ],
        }),
        round(2),
      ],
    };
    expect(told({ ties: ['criterion-4'] }, some)).toEqual(['awards tieSomeCriterion']);
    expect(told({ ties: ['adjusted', 'mean'] })).toEqual(['awards tieByAdjusted']);
    expect(told({ ties: ['mean'] }, { rounds: [round(1, { method: 'RAW' }), round(2)] })).toEqual([]);
  });
});

test('what nobody can satisfy keeps a contest from opening; what may be meant does not', () => {
  const at = vn('2026-08-20T10:00');
  const missing = (rules: Partial<ContestRules>) =>
    missingBeforeOpening({ ...contest(rules), chairs: 1 }, at).map(({ key }) => key);
  expect(missing({ ties: ['criterion-7'] })).toEqual(['organising:contradictions.tieNoCriterion']);
  expect(missing({ ties: ['adjusted'] })).toEqual([]);
});
