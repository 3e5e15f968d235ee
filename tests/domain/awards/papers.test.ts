import { expect, test } from 'vitest';
import { findPapers } from '#app/domain/awards/find-papers.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { paperFiles, paperKinds } from '#app/domain/awards/round-papers.ts';
import { overrideOutcome } from '#app/domain/judging/override-outcome.server.ts';
import { paths } from '#app/paths.ts';
import { aPerson, aRole } from '#tests/support/builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { get } from '#tests/support/visits.ts';
import { anAwardedRound } from './an-awarded-round.ts';

test('what papers say is what was decided, with the chair’s reason beside what the rules gave', async () => {
  const lead = await aPerson({ fullName: 'Trần Thị Ỷ Lan' });
  const { where, contest, chair, secretary, judges } = await anAwardedRound({ leads: [lead] });
  await overrideOutcome({ ...where, form: { entry: 2, passed: true, award: 1, reason: 'Đồng giải' } });
  const read = async () => {
    const { entries, sheets, root } = await findPapers({ ...where, by: secretary });
    return {
      entries: entries.map(({ number, place, award, byRules, overrideReason, mean, marks }) => [
        number,
        place,
        award,
        byRules.award,
        overrideReason,
        mean,
        marks.map(({ judge, total }) => [judge, total]),
      ]),
      lead: entries[0]!.team,
      sheets: sheets.length,
      firstMarks: sheets.find(({ entry }) => entry === 2)!.marks.map(({ mark }) => mark),
      hasRoot: root !== null,
    };
  };
  const said = {
    entries: [
      [
        1,
        1,
        1,
        1,
        null,
        100,
        [
          [1, 100],
          [2, 100],
        ],
      ],
      [
        2,
        2,
        1,
        2,
        'Đồng giải',
        87.5,
        [
          [1, 87.5],
          [2, 87.5],
        ],
      ],
      [
        4,
        3,
        3,
        3,
        null,
        62.5,
        [
          [1, 62.5],
          [2, 62.5],
        ],
      ],
      [
        3,
        4,
        3,
        3,
        null,
        62.5,
        [
          [1, 62.5],
          [2, 62.5],
        ],
      ],
      [
        5,
        5,
        null,
        null,
        null,
        12.5,
        [
          [1, 12.5],
          [2, 12.5],
        ],
      ],
    ],
    lead: ['Trần Thị Ỷ Lan'],
    sheets: 10,
    firstMarks: [5, 4],
  };
  expect(await read()).toEqual({ ...said, hasRoot: false });
  await publishRound(where);
  expect(await read()).toEqual({ ...said, hasRoot: true });
  for (const kind of paperKinds) {
    const { name, type } = paperFiles[kind];
    const answer = await get(paths.paperFile(contest, { number: 1 }, { file: `${name}.${type}` }), { as: chair });
    expect([kind, answer.status, answer.text.slice(0, 2)]).toEqual([kind, 200, 'PK']);
  }
  const none = await get(paths.paperFile(contest, { number: 1 }, { file: 'khac.docx' }), { as: chair });
  expect(none.status).toBe(404);
  const judge = { id: judges[0]!.personId };
  expect((await get(paths.paperFile(contest, { number: 1 }, { file: 'bien-ban.docx' }), { as: judge })).status).toBe(
    403,
  );
});

test('an officer who judges has no paper that names a team while the round is blind', async () => {
  const { where, contest, secretary, judges } = await anAwardedRound();
  await aRole({ kind: 'SECRETARY', personId: judges[0]!.personId, contestId: contest.id });
  const both = await actorOf({ id: judges[0]!.personId });
  expect(await refusalOf(findPapers({ ...where, by: both }))).toBe('not-allowed: contests:refusals.notOfficer');
  expect(await refusalOf(findPapers({ ...where, by: secretary }))).toBe('taken');
});
