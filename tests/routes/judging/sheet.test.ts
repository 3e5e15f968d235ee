import { describe, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, criteriaOf } from '#tests/support/contest-builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { get, post } from '#tests/support/visits.ts';

async function aJudgeAtWork() {
  const contest = await aContest({ state: 'CLOSED', rounds: [{ state: 'OPEN' }] });
  const judge = await aJudge(contest);
  const sheet = await aSheet(contest.round, await anEntry(contest), judge);
  const [first, second] = await criteriaOf(contest.round);
  return { contest, judge, sheet, as: { id: judge.personId }, first: first!.id, second: second!.id };
}

const inForce = (sheet: { id: string }) =>
  db.mark
    .findMany({
      where: { scoresheetId: sheet.id, standing: 'IN_FORCE' },
      orderBy: { criterion: { position: 'asc' } },
      select: { value: true },
    })
    .then((rows) => rows.map(({ value }) => value));

describe('one form with all criteria', () => {
  test('what is right is saved and what is wrong stands beside its criterion, with what was typed', async () => {
    const { sheet, as, first, second } = await aJudgeAtWork();
    const form = { [`mark.${first}`]: '4', [`mark.${second}`]: '1.003,5' };
    const refused = await post(paths.sheet(sheet), { as, form });
    expect(refused).toMatchObject({
      status: 422,
      data: {
        refusal: { kind: 'not-valid', fields: { [`mark.${second}`]: [{ key: 'judging:problems.twoSigns' }] } },
        typed: form,
      },
    });
    expect(await inForce(sheet)).toEqual([4]);
    const saved = await post(paths.sheet(sheet), {
      as,
      form: { [`mark.${first}`]: '4', [`was.${first}`]: '4', [`mark.${second}`]: '3' },
    });
    expect([saved.status, saved.location]).toEqual([302, paths.sheet(sheet)]);
    expect(await db.mark.count({ where: { scoresheetId: sheet.id } })).toBe(2);
  });

  test('a mark that was left alone is none, whichever sign the page wrote it with', async () => {
    const { sheet, as, first } = await aJudgeAtWork();
    await db.criterion.update({ where: { id: first }, data: { step: 0.5 } });
    const send = (mark: string, was: string) =>
      post(paths.sheet(sheet), { as, form: { [`mark.${first}`]: mark, [`was.${first}`]: was } });
    expect((await send('2,5', '')).status).toBe(302);
    expect(await inForce(sheet)).toEqual([2.5]);
    for (const same of ['2,5', '2.5', '2,50']) expect((await send(same, '2.5')).status).toBe(302);
    expect(await db.mark.count({ where: { scoresheetId: sheet.id } })).toBe(1);
    expect((await send('2,x', '2.5')).status).toBe(422);
  });

  test.each(['NaN', 'Infinity', '1e1', '6', '0', '2.5', '-1', 'bốn', '４', '4 4', '<b>4</b>'])(
    'a mark of %j is refused beside its criterion',
    async (typed) => {
      const { sheet, as, first } = await aJudgeAtWork();
      const { status, data } = await post(paths.sheet(sheet), { as, form: { [`mark.${first}`]: typed } });
      expect([status, Object.keys((data as { refusal: { fields: object } }).refusal.fields)]).toEqual([
        422,
        [`mark.${first}`],
      ]);
      expect(await inForce(sheet)).toEqual([]);
    },
  );

  test('handing in saves what the form carries first, and says what is missing', async () => {
    const { sheet, as, first, second } = await aJudgeAtWork();
    const half = await post(paths.sheetSubmission(sheet), { as, form: { [`mark.${first}`]: '5' } });
    expect(half).toMatchObject({
      status: 422,
      data: { refusal: { fields: { [`mark.${second}`]: [{ key: 'judging:problems.noMark' }] } } },
    });
    expect(await inForce(sheet)).toEqual([5]);
    const whole = await post(paths.sheetSubmission(sheet), { as, form: { [`mark.${second}`]: '4' } });
    expect(whole.location).toBe(paths.sheet(sheet));
    expect(await get(paths.sheet(sheet), { as })).toMatchObject({
      status: 200,
      data: { sheet: { total: 87.5, missing: 0, whyNotMark: { key: 'judging:refusals.submitted' } } },
    });
  });
});

describe('marks by script', () => {
  test('answer JSON with the total; one sent twice is one', async () => {
    const { sheet, as, first, second } = await aJudgeAtWork();
    const key = crypto.randomUUID();
    const form = { [`mark.${first}`]: '4', [`basedOn.${first}`]: '0', [`key.${first}`]: key, [`mark.${second}`]: '9' };
    const answers = [
      await post(paths.marks(sheet), { as, form, json: true }),
      await post(paths.marks(sheet), { as, form, json: true }),
    ];
    for (const { status, data } of answers) {
      expect([status, data]).toMatchObject([
        200,
        {
          taken: [{ criterionId: first, key, standing: 'IN_FORCE', revision: 1 }],
          criteria: [{ value: 4, revision: 1, asides: [] }, { value: null }],
          missing: 1,
          problems: { [`mark.${second}`]: [{ key: 'judging:problems.outOfRange' }] },
          late: null,
        },
      ]);
    }
    expect(await db.mark.count({ where: { scoresheetId: sheet.id } })).toBe(1);
  });

  test('nobody else’s sheet, no form from elsewhere, nothing for a stranger', async () => {
    const { contest, sheet, as, first } = await aJudgeAtWork();
    const other = await aJudge(contest);
    const form = { [`mark.${first}`]: '4' };
    const send = (who: { id: string } | null, from?: string) =>
      post(paths.marks(sheet), { as: who, form, json: true, from }).then(({ status }) => status);
    expect([
      await send({ id: other.personId }),
      await send(await aPerson()),
      await send(null),
      await send(as, 'https://noi-khac.example'),
    ]).toEqual([404, 404, 401, 403]);
    expect(await inForce(sheet)).toEqual([]);
  });
});

describe('the desk', () => {
  test('tells what is left and for how long, and nothing of a round that is not open', async () => {
    const { contest, judge, as } = await aJudgeAtWork();
    await aSheet(contest.round, await anEntry(contest), judge, { marks: [3, 3] });
    const later = await aContest({ state: 'CLOSED', rounds: [{ state: 'PLANNED' }] });
    const there = await aJudge(later, { personId: judge.personId });
    await aSheet(later.round, await anEntry(later), there);
    const { data } = await get(paths.desk(), { as });
    expect(data).toMatchObject({
      rounds: [
        {
          contest: { slug: contest.slug },
          left: 1,
          sheets: [
            { number: 1, state: 'assigned' },
            { number: 2, state: 'submitted' },
          ],
        },
      ],
    });
    const { rounds } = data as { rounds: { minutesLeft: number }[] };
    expect(rounds.length).toBe(1);
    expect(rounds[0]!.minutesLeft).toBeGreaterThan(0);
  });

  test('with 1 and with 30 sheets: the same number of queries', { timeout: 60_000 }, async () => {
    const { contest, judge, as } = await aJudgeAtWork();
    const count = async () => (await countQueries(() => get(paths.desk(), { as }))).queries;
    await count();
    const one = await count();
    for (let index = 0; index < 29; index += 1) await aSheet(contest.round, await anEntry(contest), judge);
    expect(await count()).toBe(one);
  });
});
