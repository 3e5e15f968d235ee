import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvCell, csvRow } from '#app/domain/audit/audit.ts';
import { exportAudit } from '#app/domain/audit/export-audit.server.ts';
import { type AuditFilter, findHappenings } from '#app/domain/audit/find-happenings.server.ts';
import { eventKinds } from '#app/domain/history/event.ts';
import { type Happening, recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import en from '#app/words/en/admin.ts';
import vi from '#app/words/vi/admin.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, anEntry } from '#tests/support/contest-builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { anIdea, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { actorOf, aStaffMember } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const record = (happening: Happening) => db.$transaction((tx) => recordEvent(tx, happening));

/** Kinds and ids of what somebody reads, newest first. */
async function readBy(by: Actor, filter: AuditFilter = {}): Promise<string[]> {
  const { happenings } = await findHappenings({ by, filter, limit: 500 });
  return happenings.map(({ kind }) => kind);
}

async function aWorld() {
  const centre = await aUnit({ kind: 'CENTRE', name: 'Trung ương' });
  const [here, there] = [
    await aUnit({ parentId: centre.id, kind: 'PROVINCE', name: 'Tỉnh Đây' }),
    await aUnit({ parentId: centre.id, kind: 'PROVINCE', name: 'Tỉnh Kia' }),
  ];
  const commune = await aUnit({ parentId: here.id, name: 'Xã Đây' });
  return {
    centre,
    here,
    there,
    commune,
    administrator: await aStaffMember('ADMINISTRATOR', centre),
    organiser: await aStaffMember('ORGANISER', here),
    moderator: await aStaffMember('MODERATOR', commune),
    stranger: await aStaffMember('ORGANISER', there),
  };
}

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});

describe('what each may read', () => {
  test('units: their own subtree, up to nowhere else; everything for the whole', async () => {
    const { administrator, organiser, moderator, stranger, commune, here } = world;
    const person = await aPerson();
    const by = moderator.id;
    await record({ kind: 'membership.confirmed', by, personId: person.id, unitId: commune.id });
    await record({ kind: 'unit.changed', by, unitId: here.id });
    await record({ kind: 'person.password-changed', by: person.id, personId: person.id });
    const of = { person: person.id };
    expect(await readBy(administrator, of)).toEqual(['person.password-changed', 'membership.confirmed']);
    expect(await readBy(organiser, of)).toEqual(['membership.confirmed']);
    expect(await readBy(moderator, of)).toEqual(['membership.confirmed']);
    expect(await readBy(stranger, of)).toEqual([]);
    expect(await readBy(moderator, { person: by })).toEqual(['membership.confirmed']);
    expect(await readBy(organiser, { person: by })).toEqual(['unit.changed', 'membership.confirmed']);
    expect(await refusalOf(findHappenings({ by: stranger, filter: { unit: commune.slug } }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    expect(await refusalOf(findHappenings({ by: moderator, filter: { unit: here.slug } }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
    expect(await readBy(administrator, { person: by, unit: commune.slug })).toEqual(['membership.confirmed']);
  });

  test('ideas: what was put forward, by its name of then; never a draft, a consent, a contact or who follows', async () => {
    const { administrator, moderator, stranger, commune } = world;
    const draft = await anIdea({ unitId: commune.id, text: { title: 'Bản nháp riêng' } });
    const idea = await aPublishedIdea({ unitId: commune.id, text: { title: 'Tên đã gửi' } });
    await db.ideaDraft.update({ where: { ideaId: idea.id }, data: { title: 'Tên đang sửa' } });
    const owner = idea.ownerId;
    await record({ kind: 'idea.begun', by: draft.ownerId, ideaId: draft.id });
    await record({ kind: 'idea.published', by: moderator.id, ideaId: idea.id });
    for (const kind of ['contact.shared', 'idea.followed', 'consent.given'] as const) {
      await record({ kind, by: owner, personId: owner, ideaId: idea.id, unitId: commune.id });
    }
    expect(await readBy(moderator, { kind: 'idea', unit: commune.slug })).toEqual(['idea.published']);
    expect(await readBy(moderator, { person: owner })).toEqual([]);
    expect(await readBy(stranger, { kind: 'idea' })).toEqual([]);
    expect(await readBy(administrator, { person: owner })).toEqual([
      'consent.given',
      'idea.followed',
      'contact.shared',
    ]);
    const { happenings } = await findHappenings({ by: administrator, filter: { kind: 'idea' } });
    expect(happenings.map(({ kind, idea }) => [kind, idea?.title ?? null])).toEqual([
      ['idea.followed', 'Tên đã gửi'],
      ['idea.published', 'Tên đã gửi'],
      ['idea.begun', null],
    ]);
  });

  test('contests: their organisers; whoever judges there nothing from inside while a round is blind', async () => {
    const { organiser, moderator, here, commune } = world;
    const contest = await aContest({ hostId: here.id });
    const entry = await anEntry(contest, { unitId: commune.id });
    const both = await aPerson();
    await aRole({ kind: 'ORGANISER', personId: both.id, unitId: here.id });
    await aRole({ kind: 'JUDGE', personId: both.id, contestId: contest.id });
    const [entrant, judge] = [await aPerson(), await aPerson()];
    await record({ kind: 'contest.opened', by: organiser.id, contestId: contest.id });
    await record({ kind: 'idea.published', by: organiser.id, ideaId: entry.ideaId });
    await record({
      kind: 'entry.made',
      by: entrant.id,
      contestId: contest.id,
      entryId: entry.id,
      ideaId: entry.ideaId,
    });
    await record({ kind: 'conflict.declared', by: judge.id, contestId: contest.id, personId: judge.id });
    await record({ kind: 'scoresheet.submitted', by: judge.id, contestId: contest.id, entryId: entry.id });
    const all = ['scoresheet.submitted', 'conflict.declared', 'entry.made', 'contest.opened'];
    expect(await readBy(organiser, { contest: contest.slug })).toEqual(all);
    expect(await readBy(moderator, { contest: contest.slug })).toEqual([]);
    const judging = await actorOf(both);
    expect(await readBy(judging, { contest: contest.slug })).toEqual(['contest.opened']);
    const seen = await findHappenings({ by: judging, filter: {}, limit: 500 });
    expect(seen.happenings.length).toBeGreaterThan(1);
    const ideaSlug = (await db.idea.findUniqueOrThrow({ where: { id: entry.ideaId } })).slug;
    expect(seen.happenings.filter(({ idea }) => idea?.slug === ideaSlug)).toEqual([]);
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'PUBLISHED' } });
    expect(await readBy(judging, { contest: contest.slug })).toEqual(all);
  });
});

test('a page at a time by the last one seen, while more comes in; at most nine queries', async () => {
  const { organiser, commune } = world;
  const person = await aPerson();
  const say = () => record({ kind: 'unit.changed', by: person.id, unitId: commune.id });
  for (let n = 0; n < 30; n += 1) await say();
  const filter = { person: person.id };
  const { queries, result: first } = await countQueries(() => findHappenings({ by: organiser, filter, limit: 12 }));
  expect(queries).toBeLessThanOrEqual(9);
  await say();
  const second = await findHappenings({ by: organiser, filter, before: first.older!, limit: 12 });
  const third = await findHappenings({ by: organiser, filter, before: second.older!, limit: 12 });
  const ids = [first, second, third].flatMap(({ happenings }) => happenings.map(({ id }) => Number(id)));
  expect(ids.length).toBe(30);
  expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  expect(third.older).toBe(null);
  expect((await findHappenings({ by: organiser, filter, before: 'x; drop table', limit: 1 })).happenings.length).toBe(
    1,
  );
});

test('days are Vietnam’s, both included', async () => {
  const { organiser, commune } = world;
  const person = await aPerson();
  for (const at of ['2026-03-01T16:59:59Z', '2026-03-01T17:00:00Z', '2026-03-02T16:59:59Z', '2026-03-02T17:00:00Z']) {
    atTime(at);
    await record({ kind: 'unit.changed', by: person.id, unitId: commune.id });
  }
  const { happenings } = await findHappenings({
    by: organiser,
    filter: { person: person.id, from: '2026-03-02', to: '2026-03-02' },
  });
  expect(happenings.map(({ at }) => at.toISOString())).toEqual([
    '2026-03-02T16:59:59.000Z',
    '2026-03-01T17:00:00.000Z',
  ]);
});

describe('the export', () => {
  test('holds what is shown, all of it, and stands in the history itself', async () => {
    const { organiser, stranger, commune } = world;
    const person = await aPerson({ fullName: 'Người Xuất' });
    const one = { at: new Date(), kind: 'unit.changed', byId: person.id, unitId: commune.id };
    await db.event.createMany({ data: Array.from({ length: 1_203 }, () => one) });
    const filter = { person: person.id, unit: commune.slug };
    let rows = 0;
    for await (const page of await exportAudit({ by: organiser, filter })) rows += page.length;
    expect(rows).toBe(1_203);
    const event = await db.event.findFirstOrThrow({ where: { kind: 'audit.exported', byId: organiser.id } });
    expect([event.unitId, event.payload]).toEqual([
      commune.id,
      { kind: null, from: null, to: null, contestId: null, ofPerson: true },
    ]);
    expect(await readBy(organiser, { kind: 'audit' })).toEqual(['audit.exported']);
    expect(await refusalOf(exportAudit({ by: stranger, filter }))).toBe('not-allowed: people:refusals.notYourUnit');
    expect(await db.event.count({ where: { kind: 'audit.exported', byId: stranger.id } })).toBe(0);
  });

  test('no cell is a formula, and every text comes back as it was', () => {
    const wicked = [
      '=1+1',
      '+84 912 345 678',
      '-2+3',
      '@SUM(A1)',
      '  =cmd|calc',
      '＝1+1',
      '|calc',
      '%0A',
      'bình thường, "có nháy"; chấm phẩy',
      'hai\ndòng',
      '\t=1',
    ];
    for (const text of wicked) {
      const [[cell]] = parse(`${csvRow([text])}`) as [[string]];
      expect(/^[\s\uFEFF]*[=+\-@＝＋－＠|%]/.test(cell!), text).toBe(false);
      expect(cell!.replace(/^'/, '')).toBe(text.replaceAll(/[\r\n\t]+/g, ' '));
    }
    expect(csvCell('Nguyễn Thị Ánh')).toBe('Nguyễn Thị Ánh');
    expect(csvRow(['a', 1, null])).toBe('a,1,\r\n');
  });
});

test('everything that can happen is said in both languages', () => {
  const said = (words: unknown, kind: string) =>
    typeof kind.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
  expect(eventKinds.filter((kind) => said(vi.events, kind) !== 'string' || said(en.events, kind) !== 'string')).toEqual(
    [],
  );
  const nouns = [...new Set(eventKinds.map((kind) => kind.split('.')[0]!))];
  expect(nouns.filter((noun) => !(noun in vi.eventNouns) || !(noun in en.eventNouns))).toEqual([]);
});
