import { describe, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { anAppealedRound, aPublishedRound, asked } from '#tests/domain/awards/an-appealed-round.ts';
import { aPerson } from '#tests/support/builders.ts';
import { get, post } from '#tests/support/visits.ts';

const form = { round: '1', text: asked };

describe('the page of a team', () => {
  test('takes an appeal from its captain, shows it to the team, and is no page for anyone else', async () => {
    const { contest, captain, mate, first } = await aPublishedRound();
    const page = paths.ownAppeal(contest, { number: 2 });
    expect((await get(page, { as: captain })).data).toMatchObject({ rounds: [{ open: true, appeal: null }] });
    expect((await get(page, { as: mate })).data).toMatchObject({ rounds: [{ open: false, appeal: null }] });
    expect((await post(page, { as: mate, form })).status).toBe(403);
    expect((await post(page, { as: captain, form })).location).toBe(page);
    expect((await get(page, { as: mate })).data).toMatchObject({
      rounds: [{ open: false, appeal: { text: asked, recount: { same: true }, decision: null } }],
    });
    for (const as of [first, await aPerson()]) expect((await get(page, { as })).status).toBe(404);
    expect((await post(page, { as: captain, form })).status).toBe(409);
  });

  test('what cannot be taken is said beside its field, with every typed word', async () => {
    const { contest, captain } = await aPublishedRound();
    const page = paths.ownAppeal(contest, { number: 2 });
    const long = 'Cộng nhầm. '.repeat(9_091).slice(0, 100_000);
    for (const [change, field] of [
      [{ text: long }, 'text'],
      [{ text: '  ' }, 'text'],
      [{ text: 'ngắn' }, 'text'],
      [{ round: 'một' }, 'round'],
      [{ round: '' }, 'round'],
    ] as const) {
      const { status, data } = await post(page, { as: captain, form: { ...form, ...change } });
      expect([status, Object.keys((data as Refusal).refusal.fields)]).toEqual([422, [field]]);
      if (field === 'text') expect((data as Refusal).typed.text).toBe(change.text);
    }
    expect((await post(page, { as: captain, form: { ...form, round: '7' } })).status).toBe(404);
    expect(await db.appeal.count({ where: { round: { contestId: contest.id } } })).toBe(0);
  });
});

type Refusal = { refusal: { fields: object }; typed: Record<string, string> };

describe('the page of the chair', () => {
  test('decides, and both results stand on the public page and the team’s; nobody else learns what was written', async () => {
    const round = await anAppealedRound();
    const { contest, captain, where, secretary, made, first } = round;
    const decision = paths.appealDecision(contest, { number: 1 }, made);
    const upheld = { decision: 'UPHELD', passed: 'on', award: '1', reason: 'Cộng nhầm thật' };
    for (const as of [captain, secretary]) expect((await post(decision, { as, form: upheld })).status).toBe(403);
    const missing = await post(decision, { as: where.by, form: { decision: 'UPHELD', award: 'x', reason: '' } });
    expect([missing.status, Object.keys((missing.data as Refusal).refusal.fields).sort()]).toEqual([
      422,
      ['award', 'reason'],
    ]);
    expect((await get(paths.mine(), { as: where.by })).text).toContain('"kind":"decideAppeals"');
    expect((await post(decision, { as: where.by, form: upheld })).status).toBe(302);
    expect((await get(paths.mine(), { as: captain })).text).toContain('"kind":"appealDecided"');
    expect((await get(paths.entry(contest, { number: 2 }), { as: captain })).data).toMatchObject({
      outcomes: [{ editions: [{ award: 2 }, { award: 1 }] }],
      certificates: [{ award: 'Giải Nhất' }],
    });
    const results = await get(paths.results(contest), { as: null });
    expect(results.data).toMatchObject({
      rounds: [
        { winners: [{ number: 1, before: null }, { number: 2, outcome: { award: 1 }, before: { award: 2 } }, {}, {}] },
      ],
    });
    const [old] = await db.certificate.findMany({ where: { personId: captain.id }, orderBy: { number: 'asc' } });
    const open = [
      paths.results(contest),
      paths.publicBundle(contest),
      paths.contest(contest),
      paths.paper(old!),
      paths.entry(contest, { number: 2 }),
      paths.appeals(contest, { number: 1 }),
    ];
    for (const as of [null, first]) {
      for (const path of open) {
        const { text } = await get(path, { as });
        expect([path, text.includes(asked), text.includes(upheld.reason)]).toEqual([path, false, false]);
      }
    }
  });
});
