import { expect, test } from 'vitest';
import { readMatchingProblem } from '#app/domain/mentoring/matching/matching-problem.ts';

const sound = {
  teams: [{ id: 'a' }, { id: 'b', seats: 2, name: 'passed over' }],
  mentors: [{ id: 'm', capacity: 1 }],
  scores: [['a', 'm', 0.5]],
  exclusions: [['b', 'm', 'kin']],
};

test('a sound problem is read, one seat where none is named', () => {
  expect(readMatchingProblem(sound)).toEqual({
    ...sound,
    teams: [
      { id: 'a', seats: 1 },
      { id: 'b', seats: 2 },
    ],
  });
  expect(readMatchingProblem({ teams: [], mentors: [] })).toEqual({
    teams: [],
    mentors: [],
    scores: [],
    exclusions: [],
  });
});

test.each([
  [null, 'the file: not an object'],
  [[], 'the file: not an object'],
  [{ ...sound, teams: undefined }, 'teams: missing'],
  [{ ...sound, mentors: {} }, 'mentors: not a list'],
  [{ ...sound, teams: [{ id: 7 }] }, 'teams[0].id: an id is text'],
  [{ ...sound, teams: [{}] }, 'teams[0].id: missing'],
  [{ ...sound, teams: [{ id: '' }] }, 'teams[0].id: an id is not empty'],
  [{ ...sound, teams: ['a'] }, 'teams[0]: not an object'],
  [{ ...sound, teams: [{ id: 'a' }, { id: 'a' }] }, 'teams[1].id: "a" is given twice'],
  [{ ...sound, teams: [{ id: 'a', seats: 1.5 }] }, 'teams[0].seats: not a whole number from 0'],
  [{ ...sound, mentors: [{ id: 'm' }] }, 'mentors[0].capacity: missing'],
  [{ ...sound, mentors: [{ id: 'm', capacity: -1 }] }, 'mentors[0].capacity: not a whole number from 0'],
  [{ ...sound, mentors: [{ id: 'm', capacity: '3' }] }, 'mentors[0].capacity: not a whole number from 0'],
  [{ ...sound, scores: [['x', 'm', 1]] }, 'scores[0][0]: no team "x"'],
  [{ ...sound, scores: [['a', 'x', 1]] }, 'scores[0][1]: no mentor "x"'],
  [{ ...sound, scores: [['a', 'm']] }, 'scores[0][2]: not a number'],
  [{ ...sound, scores: [['a', 'm', Number.POSITIVE_INFINITY]] }, 'scores[0][2]: not a number'],
  [{ ...sound, scores: [['a', 'm', -0.1]] }, 'scores[0][2]: a score is 0 or more, not -0.1'],
  [
    {
      ...sound,
      scores: [
        ['a', 'm', 1],
        ['a', 'm', 1],
      ],
    },
    'scores[1]: the pair "a", "m" is given twice',
  ],
  [{ ...sound, scores: [[1, 'm', 1]] }, 'scores[0][0]: an id is text'],
  [
    {
      ...sound,
      scores: [
        ['a', 'm', 1e308],
        ['b', 'm', 1e308],
      ],
    },
    'scores[1][2]: scores up to here add up to more than a number holds',
  ],
  [
    {
      ...sound,
      exclusions: [
        ['b', 'm'],
        ['b', 'm'],
      ],
    },
    'exclusions[1]: the pair "b", "m" is given twice',
  ],
  [{ ...sound, exclusions: [['b', 'm', 3]] }, 'exclusions[0][2]: a reason is text'],
  [{ ...sound, exclusions: [['b', 'nobody']] }, 'exclusions[0][1]: no mentor "nobody"'],
])('unusable %#: %j', (input, reason) => {
  expect(() => readMatchingProblem(input)).toThrow(reason);
});
