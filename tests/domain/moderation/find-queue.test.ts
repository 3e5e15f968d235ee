import { expect, test } from 'vitest';
import { findNextSubmission, findQueue } from '#app/domain/moderation/find-queue.server.ts';
import { findReview } from '#app/domain/moderation/find-review.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, aField, anIdea, consentOf, published, submitted } from '#tests/support/idea-builders.ts';

async function aDesk() {
  const province = await aUnit();
  const commune = await aUnit({ parentId: province.id });
  const role = await aRole({ kind: 'MODERATOR', unitId: province.id });
  return { province, commune, moderator: await actorOf({ id: role.personId }) };
}

test('the queue holds what waits in the subtree, the oldest first, without the moderator’s own', async () => {
  const { commune, province, moderator } = await aDesk();
  await aField('giao-duc');
  const [late, early, renewed, own, decided, elsewhere] = [
    await anIdea({ unitId: commune.id }),
    await anIdea({ unitId: province.id, fieldId: 'giao-duc' }),
    await anIdea({ unitId: commune.id }),
    await anIdea({ unitId: commune.id, memberIds: [moderator.id] }),
    await anIdea({ unitId: commune.id }),
    await anIdea(),
  ];
  await published(renewed, new Date('2026-01-01'));
  const waits = {
    early: (await submitted(early, new Date('2026-05-01'))).submission.id,
    renewed: (await submitted(renewed, new Date('2026-05-02'))).submission.id,
    late: (await submitted(late, new Date('2026-05-03'))).submission.id,
  };
  await submitted(own);
  await published(decided);
  await submitted(elsewhere);

  const queue = await findQueue({ by: moderator });
  expect({ total: queue.total, pages: queue.pages, ids: queue.rows.map((row) => row.id) }).toEqual({
    total: 3,
    pages: 1,
    ids: [waits.early, waits.renewed, waits.late],
  });
  const idsOf = async (filter: Parameters<typeof findQueue>[0]['filter']) =>
    (await findQueue({ by: moderator, filter })).rows.map((row) => row.id);
  expect(await idsOf({ kind: 'renewed' })).toEqual([waits.renewed]);
  expect(await idsOf({ kind: 'first' })).toEqual([waits.early, waits.late]);
  expect(await idsOf({ fieldId: 'giao-duc' })).toEqual([waits.early]);

  expect(await findNextSubmission({ by: moderator, after: waits.early })).toBe(waits.renewed);
  expect(await findNextSubmission({ by: moderator, after: waits.late })).toBe(waits.early);
  expect(await findNextSubmission({ by: moderator, after: waits.early, filter: { fieldId: 'giao-duc' } })).toBe(null);
});

test('a page of thirty costs two queries, like a page of one', async () => {
  const { commune, moderator } = await aDesk();
  for (let number = 0; number < 30; number += 1) await submitted(await anIdea({ unitId: commune.id }));
  const first = await countQueries(() => findQueue({ by: moderator }));
  const second = await countQueries(() => findQueue({ by: moderator, page: 2 }));
  const beyond = await findQueue({ by: moderator, page: 1_000_000 });
  expect([first.queries, second.queries]).toEqual([2, 2]);
  expect([first.result.rows.length, second.result.rows.length, first.result.total]).toEqual([25, 5, 30]);
  expect([beyond.page, beyond.pages]).toEqual([2, 2]);
});

test('beside the text stands what a decision needs', async () => {
  const { commune, moderator } = await aDesk();
  const child = await aPerson({ fullName: 'Bùi Thử Nhỏ', birthDate: new Date('2014-01-01') });
  await consentOf(child);
  const title = 'Thùng rác biết nói cho sân trường tiểu học';
  const text = {
    title,
    problem: `Sân trường nhiều rác vì các em quên bỏ đúng chỗ. Liên hệ em qua số 0912 345 678 hoặc em@thu.example nhé, em ở lớp 7A.`,
  };
  const twin = await anIdea({ text: { title: 'Thùng rác biết nói cho sân trường tiểu học.', problem: text.problem } });
  await submitted(twin);
  const idea = await anIdea({ ownerId: child.id, unitId: commune.id, text });
  const first = await submitted(idea, new Date('2026-05-01'));
  await db.decision.create({
    data: {
      submissionId: first.submission.id,
      kind: 'RETURNED',
      reason: 'TOO_SHORT',
      note: 'Viết thêm.',
      byId: moderator.id,
      at: new Date('2026-05-02'),
    },
  });
  await db.ideaDraft.update({ where: { ideaId: idea.id }, data: { novelty: 'Thùng cảm ơn bằng giọng của các em.' } });
  const second = await submitted(idea, new Date('2026-05-03'));

  const { result: review, queries } = await countQueries(() =>
    findReview({ by: moderator, submissionId: second.submission.id }),
  );
  expect(queries).toBeLessThanOrEqual(6);
  expect(review).toMatchObject({
    number: 2,
    standing: 'open',
    waiting: 1,
    authors: [{ name: 'Bùi Thử Nhỏ', lead: true, unnamed: 'no-guardian' }],
    personalData: [
      { kind: 'phone', section: 'problem', text: '0912 345 678' },
      { kind: 'mail', section: 'problem', text: 'em@thu.example' },
    ],
    changes: {
      from: 1,
      sections: [{ section: 'novelty', parts: [{ kind: 'in', text: 'Thùng cảm ơn bằng giọng của các em.' }] }],
    },
    earlier: [{ number: 1, kind: 'RETURNED', reason: 'TOO_SHORT', note: 'Viết thêm.', by: moderator.fullName }],
    // Another province's, not public: that it exists is told, its words are not.
    similar: [{ title: null, slug: null, state: 'SUBMITTED', published: false }],
  });
  expect(review.similar[0]!.likeness).toBeGreaterThan(0.4);

  const stranger = (await aDesk()).moderator;
  await expect(findReview({ by: stranger, submissionId: second.submission.id })).rejects.toMatchObject({ status: 404 });
});

test('an administrator of a commune looks at that commune; of the whole tree, at everything', async () => {
  const { commune, province } = await aDesk();
  const other = await aUnit({ parentId: province.id });
  const { id: fieldId } = await aField();
  const here = (await submitted(await anIdea({ unitId: commune.id, fieldId }))).submission.id;
  const there = (await submitted(await anIdea({ unitId: other.id, fieldId }))).submission.id;
  const of = async (unitId: number) => {
    const role = await aRole({ kind: 'ADMINISTRATOR', unitId });
    const queue = await findQueue({ by: await actorOf({ id: role.personId }), filter: { fieldId } });
    return queue.rows.map((row) => row.id);
  };
  expect(await of(commune.id)).toEqual([here]);
  expect((await of(province.id)).sort()).toEqual([here, there].sort());
});
