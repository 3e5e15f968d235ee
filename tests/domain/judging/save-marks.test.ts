import { describe, expect, test } from 'vitest';
import { recuse } from '#app/domain/judging/recuse.server.ts';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { saveSheetNotes } from '#app/domain/judging/save-sheet-notes.server.ts';
import { marksForm, type TypedMark } from '#app/domain/judging/scoresheet-form.ts';
import { submitSheet } from '#app/domain/judging/submit-sheet.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, anEntry, aSheet, criteriaOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

async function anOpenSheet(fields: { marks?: number[]; submitted?: boolean } = {}) {
  const contest = await aContest({ state: 'CLOSED', rounds: [{ state: 'OPEN' }] });
  const judge = await aJudge(contest);
  const entry = await anEntry(contest);
  const sheet = await aSheet(contest.round, entry, judge, fields);
  const criteria = await criteriaOf(contest.round);
  const by = await actorOf({ id: judge.personId });
  const mark = (index: number, typed: string, basedOn: number, fields: Partial<TypedMark> = {}): TypedMark => ({
    criterionId: criteria[index]!.id,
    typed,
    basedOn,
    key: crypto.randomUUID(),
    settles: [],
    markedAt: null,
    ...fields,
  });
  const save = (...marks: TypedMark[]) => saveMarks({ by, sheetId: sheet.id, marks });
  return { contest, judge, entry, sheet, criteria, by, mark, save };
}

const standings = async (sheet: { id: string }) =>
  (
    await db.mark.findMany({
      where: { scoresheetId: sheet.id },
      orderBy: [{ criterion: { position: 'asc' } }, { revision: 'asc' }],
    })
  ).map(({ value, revision, standing }) => `${value} r${revision} ${standing}`);

describe('saving', () => {
  test('one criterion at a time, with the running total', async () => {
    const { save, mark, criteria } = await anOpenSheet();
    const first = await save(mark(0, '3', 0));
    expect({ ...first, taken: first.taken.length, savedAt: null }).toEqual({
      taken: 1,
      criteria: [
        { criterionId: criteria[0]!.id, value: 3, revision: 1, asides: [] },
        { criterionId: criteria[1]!.id, value: null, revision: 0, asides: [] },
      ],
      total: null,
      missing: 1,
      problems: {},
      late: null,
      savedAt: null,
    });
    const second = await save(mark(1, '5', 0));
    expect([second.total, second.missing]).toEqual([75, 0]);
  });

  test('a wrong mark is refused beside its criterion and keeps no other from being saved', async () => {
    const { save, mark, criteria, sheet } = await anOpenSheet();
    const { problems, missing } = await save(mark(0, '1.234,5', 0), mark(1, '2', 0));
    expect([problems, missing]).toEqual([
      { [`mark.${criteria[0]!.id}`]: [{ key: 'judging:problems.twoSigns', values: { min: 1, max: 5, step: 1 } }] },
      1,
    ]);
    expect(await standings(sheet)).toEqual(['2 r1 IN_FORCE']);
    const strange = { ...mark(0, '3', 0), criterionId: crypto.randomUUID() };
    expect(Object.values((await save(strange)).problems)).toEqual([[{ key: 'judging:problems.noSuchCriterion' }]]);
  });

  test('two tabs: the older one waits aside, both stay on record, and submitting waits for the choice', async () => {
    const { save, mark, sheet, by, criteria } = await anOpenSheet();
    await save(mark(0, '3', 0), mark(1, '3', 0));
    const stale = await save(mark(0, '5', 0));
    const [aside] = stale.criteria[0]!.asides;
    expect([stale.criteria[0]!.value, aside?.value]).toEqual([3, 5]);
    expect(await refusalOf(submitSheet({ by, sheetId: sheet.id }))).toBe(
      `not-valid: mark.${criteria[0]!.id} judging:problems.chooseFirst`,
    );
    const chosen = await save(mark(0, '5', 1, { settles: [aside!.id] }));
    expect([chosen.criteria[0]!.value, chosen.criteria[0]!.asides]).toEqual([5, []]);
    expect(await standings(sheet)).toEqual(['3 r1 REPLACED', '5 r2 REPLACED', '5 r3 IN_FORCE', '3 r1 IN_FORCE']);
    expect(await refusalOf(submitSheet({ by, sheetId: sheet.id }))).toBe('taken');
  });

  test('a resend is harmless; one key with another value loses neither', async () => {
    const { save, mark, sheet } = await anOpenSheet();
    const key = crypto.randomUUID();
    const sent = mark(0, '3', 0, { key });
    await Promise.all([save(sent), save(sent), save(sent)]);
    expect(await standings(sheet)).toEqual(['3 r1 IN_FORCE']);
    const again = mark(0, '4', 0, { key });
    await save(again);
    await save(again);
    expect(await standings(sheet)).toEqual(['3 r1 IN_FORCE', '4 r2 ASIDE']);
  });

  test('after submission and after the round was closed a mark is kept and changes nothing', async () => {
    const { save, mark, sheet, contest, by } = await anOpenSheet({ marks: [3, 3] });
    const late = await save(mark(0, '5', 1));
    expect([late.late, late.criteria[0]!.value]).toEqual([{ key: 'judging:refusals.submitted' }, 3]);
    await db.scoresheet.update({ where: { id: sheet.id }, data: { submittedAt: null } });
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'CLOSED' } });
    expect((await save(mark(0, '4', 1))).late).toEqual({ key: 'judging:refusals.roundClosed' });
    expect(await standings(sheet)).toEqual(['3 r1 IN_FORCE', '5 r2 LATE', '4 r3 LATE', '3 r1 IN_FORCE']);
    expect(await refusalOf(submitSheet({ by, sheetId: sheet.id }))).toBe('not-now: judging:refusals.roundClosed');
  });

  test('past the deadline marks still count, until the chair closes the round', async () => {
    const { save, mark, contest } = await anOpenSheet();
    atTime(new Date(contest.round.closesAt.getTime() + 60_000));
    expect((await save(mark(0, '3', 0))).late).toBe(null);
  });

  test('no mark of a device’s clock decides anything', async () => {
    const { save, mark, sheet } = await anOpenSheet();
    await save(mark(0, '3', 0, { markedAt: new Date('2099-01-01') }));
    await save(mark(0, '4', 1, { markedAt: new Date('1999-01-01') }));
    expect(await standings(sheet)).toEqual(['3 r1 REPLACED', '4 r2 IN_FORCE']);
  });

  test('nobody but the judge: another judge, a former one, a stranger; not before the round opens', async () => {
    const { contest, sheet, mark, judge, by } = await anOpenSheet();
    const other = await aJudge(contest);
    const save = (person: { id: string }) =>
      actorOf(person).then((actor) => refusalOf(saveMarks({ by: actor, sheetId: sheet.id, marks: [mark(0, '3', 0)] })));
    expect([await save({ id: other.personId }), await save(await aPerson())]).toEqual(['not-found: ', 'not-found: ']);
    expect(await refusalOf(saveMarks({ by, sheetId: 'khong-phai-ma', marks: [] }))).toBe('not-found: ');
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'PLANNED' } });
    expect(await save({ id: judge.personId })).toBe('not-found: ');
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'OPEN' } });
    await db.roleGrant.update({ where: { id: judge.roleGrantId }, data: { endedAt: new Date() } });
    expect(await save({ id: judge.personId })).toBe('not-found: ');
  });
});

test('property: marks of several devices over a real database, repeated and out of order', async () => {
  for (let seed = 1; seed <= 6; seed += 1) {
    const { save, mark, sheet } = await anOpenSheet();
    const keys = Array.from({ length: 6 }, () => crypto.randomUUID());
    const sent = keys.map((key, index) =>
      mark(index % 2, String(1 + ((index * seed) % 5)), (index * seed) % 3, { key }),
    );
    const order = [...sent, ...sent].sort((a, b) => (a.key + seed < b.key + seed ? -1 : 1));
    await Promise.all(order.map((one) => save(one)));
    const rows = await db.mark.findMany({ where: { scoresheetId: sheet.id } });
    expect(rows.map(({ clientKey }) => clientKey).sort()).toEqual([...keys].sort());
    for (const criterionId of new Set(rows.map((row) => row.criterionId))) {
      const own = rows.filter((row) => row.criterionId === criterionId);
      expect(own.filter(({ standing }) => standing === 'IN_FORCE').length).toBeLessThanOrEqual(1);
      expect(own.map(({ revision }) => revision).sort()).toEqual(own.map((_, index) => index + 1));
      expect(own.some(({ basedOn }) => basedOn === 0)).toBe(own.some(({ standing }) => standing === 'IN_FORCE'));
    }
  }
});

test('the database itself keeps a mark as it was received', async () => {
  const { sheet, save, mark } = await anOpenSheet();
  await save(mark(0, '3', 0));
  const [row] = await db.mark.findMany({ where: { scoresheetId: sheet.id } });
  await expect(db.mark.update({ where: { id: row!.id }, data: { value: 5 } })).rejects.toThrow(/never changed/);
  await expect(db.mark.delete({ where: { id: row!.id } })).rejects.toThrow(/never changed/);
});

describe('the form', () => {
  const id = 'a3bb189e-8bf9-3888-9912-ace4e6543002';
  test('an untouched field is no mark; what cannot be read is passed over or mended', () => {
    expect(
      marksForm.parse({
        [`mark.${id}`]: ' 4 ',
        [`was.${id}`]: '3',
        [`basedOn.${id}`]: '2',
        [`key.${id}`]: 'not a key',
        [`settles.${id}`]: `${id} nonsense`,
        [`markedAt.${id}`]: 'yesterday',
        other: 'x',
      }),
    ).toEqual([{ criterionId: id, typed: '4', basedOn: 2, key: '', settles: [id], markedAt: null }]);
    expect(marksForm.parse({ [`mark.${id}`]: '3', [`was.${id}`]: '3' })).toEqual([]);
    expect(marksForm.parse({ [`mark.${id}`]: '' })).toEqual([]);
    expect(marksForm.parse({ [`mark.${id}`]: '3', [`basedOn.${id}`]: 'NaN' })[0]?.basedOn).toBe(-1);
  });
});

describe('notes and stepping back', () => {
  test('notes over an older text are refused, the same text again is harmless', async () => {
    const { by, sheet } = await anOpenSheet();
    const write = (noteToTeam: string, noteRevision: number) =>
      saveSheetNotes({ by, sheetId: sheet.id, noteToTeam, noteToPanel: '', noteRevision });
    expect(await write('Rất rõ ràng.', 0)).toEqual({ noteRevision: 1 });
    expect(await write('Rất rõ ràng.', 0)).toEqual({ noteRevision: 1 });
    expect(await refusalOf(write('Chưa rõ.', 0))).toBe('not-now: judging:refusals.notesChanged');
    expect(await write('Chưa rõ.', 1)).toEqual({ noteRevision: 2 });
  });

  test('a recused sheet takes no marks that count; a conflict is declared with it', async () => {
    const { by, sheet, save, mark, entry } = await anOpenSheet();
    await recuse({ by, sheetId: sheet.id, reason: 'Em họ của tôi.', conflict: true });
    expect((await save(mark(0, '3', 0))).late).toEqual({ key: 'judging:refusals.recused' });
    expect(
      await db.conflict.findMany({ where: { entryId: entry.id }, select: { kind: true, personId: true } }),
    ).toEqual([{ kind: 'DECLARED_BY_JUDGE', personId: by.id }]);
    expect(await refusalOf(recuse({ by, sheetId: sheet.id, reason: 'Lại', conflict: false }))).toBe(
      'not-now: judging:refusals.recused',
    );
  });

  test('a conflict that comes up later blocks the sheet', async () => {
    const { by, sheet, save, mark, entry } = await anOpenSheet();
    await save(mark(0, '3', 0), mark(1, '3', 0));
    await db.entryMember.create({ data: { entryId: entry.id, personId: by.id, kind: 'MEMBER' } });
    expect((await save(mark(0, '4', 1))).late).toEqual({ key: 'judging:refusals.conflict' });
    expect(await refusalOf(submitSheet({ by, sheetId: sheet.id }))).toBe('not-now: judging:refusals.conflict');
  });
});
