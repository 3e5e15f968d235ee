import { describe, expect, test } from 'vitest';
import { changeRound } from '#app/domain/contests/change-round.server.ts';
import { changeSeat } from '#app/domain/contests/change-seat.server.ts';
import { cloneContest } from '#app/domain/contests/clone-contest.server.ts';
import { roundForm } from '#app/domain/contests/contest-form.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findPanel } from '#app/domain/contests/find-panel.server.ts';
import { findRulesVersions } from '#app/domain/contests/find-rules-versions.server.ts';
import { rulesInWords } from '#app/domain/contests/rules-in-words.ts';
import { applyAssignment } from '#app/domain/judging/apply-assignment.server.ts';
import { assignByHand } from '#app/domain/judging/assign-by-hand.server.ts';
import { findAssignmentPage } from '#app/domain/judging/find-assignment-page.server.ts';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { importAssignment } from '#app/domain/judging/import-assignment.server.ts';
import { planAssignment } from '#app/domain/judging/plan-assignment.server.ts';
import { composeRehearsal } from '#app/domain/judging/rehearsal/compose-rehearsal.server.ts';
import { findingsOf } from '#app/domain/judging/rehearsal/findings.ts';
import { playRehearsal } from '#app/domain/judging/rehearsal/play.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit, nextWord } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const options = { mode: 'best-total' as const, links: 0, seed: 1 };
const typed = (fields: object) =>
  roundForm.parse({
    name: 'Sơ khảo',
    kind: 'PRELIMINARY',
    opensAt: '2026-12-10T17:00',
    closesAt: '2026-12-20T17:00',
    reviewsPerEntry: '2',
    method: 'RAW',
    blind: 'on',
    reason: 'Chia tiểu ban',
    ...fields,
  });

/** A country of three provinces, one of which took in another; a contest of the centre, parted by provinces. */
async function aCountry({ reviewsPerEntry = 2, state = 'CLOSED' as 'CLOSED' | 'DRAFT', panels = true } = {}) {
  const word = nextWord('tinh');
  const centre = await aUnit({ kind: 'CENTRE', name: `Trung ương ${word}` });
  const province = async (name: string, fields: object = {}) =>
    aUnit({ kind: 'PROVINCE', parentId: centre.id, name: `${name} ${word}`, folded: `${name} ${word}`, ...fields });
  const north = await province('Bắc');
  const south = await province('Nam');
  const isle = await province('Cù Lao', { endsOn: day('2025-07-01') });
  const far = await province('Xa');
  const within = async (parent: { id: number }, fields: object = {}) => aUnit({ parentId: parent.id, ...fields });
  const [northCommune, southCommune, isleCommune, farCommune] = [
    await within(north),
    await within(south),
    await within(isle, { endsOn: day('2025-07-01') }),
    await within(far),
  ];
  // What was of the isle is of the south now, the commune as a commune of another name.
  const isleNow = await within(south);
  await db.unitSuccession.createMany({
    data: [
      { oldId: isle.id, successorId: south.id, on: day('2025-07-01') },
      { oldId: isleCommune.id, successorId: isleNow.id, on: day('2025-07-01') },
    ],
  });
  const contest = await aContest({
    state,
    hostId: centre.id,
    rounds: [{ reviewsPerEntry }],
    rules: { conflicts: { sameUnit: false } },
  });
  const officers = await theOfficersOf(contest);
  const by = await actorOf(officers.secretary);
  if (panels) {
    await db.round.update({ where: { id: contest.round.id }, data: { panels: 'UNIT' } });
    await db.panelUnit.createMany({
      data: [north, isle, south].map(({ id }) => ({ roundId: contest.round.id, unitId: id })),
    });
  }
  return {
    contest,
    ...officers,
    by,
    where: { by, slug: contest.slug, number: 1 },
    units: { centre, north, south, isle, far, northCommune, southCommune, isleCommune, farCommune },
  };
}

const from = async (contest: Parameters<typeof anEntry>[0], unit: { id: number }) =>
  anEntry(contest, { unitId: unit.id });
const seatOf = (...units: { id: number }[]) => units.map(({ id }) => `unit:${id}`);

/** Pairs as "entry-judge" by their numbers. */
async function pairsOf(contest: { round: { id: string } }): Promise<string[]> {
  const sheets = await db.scoresheet.findMany({
    where: { roundId: contest.round.id },
    select: { entry: { select: { number: true } }, judge: { select: { number: true } } },
  });
  return sheets.map(({ entry, judge }) => `${entry.number}-${judge.number}`).sort();
}

// The solver's first start in a thread of its own takes a while on a busy machine.
describe('a round parted by units', { timeout: 90_000 }, () => {
  test('the nearest panel counts, through mergers; nobody reads for another panel, and an entry of no panel is named', async () => {
    const { contest, where, units } = await aCountry();
    await from(contest, units.northCommune);
    await from(contest, units.southCommune);
    await from(contest, units.isleCommune);
    await from(contest, units.farCommune);
    await aJudge(contest, { pools: seatOf(units.north), maxLoad: 5 });
    await aJudge(contest, { pools: seatOf(units.north), maxLoad: 5 });
    await aJudge(contest, { pools: seatOf(units.isle), maxLoad: 5 });
    await aJudge(contest, { pools: seatOf(units.south), maxLoad: 5 });
    const short = await findAssignmentPage({ ...where, planId: null });
    const standing = { assigned: 0, submitted: 0, capacity: 10, judges: 2 };
    expect(short.panels).toEqual([
      {
        key: `unit:${units.north.id}`,
        name: units.north.name,
        entries: 1,
        wanted: 2,
        ...standing,
        unread: 1,
        short: null,
      },
      {
        key: `unit:${units.south.id}`,
        name: units.south.name,
        entries: 2,
        wanted: 4,
        ...standing,
        unread: 2,
        short: null,
      },
    ]);
    expect(short.apart).toEqual([expect.objectContaining({ number: 4 })]);
    const { planId: none, status } = await planAssignment({ ...where, options });
    const impossible = await findAssignmentPage({ ...where, planId: none });
    expect([status, impossible.plan?.status === 'infeasible' && impossible.plan.reasons]).toMatchObject([
      'infeasible',
      [{ kind: 'entry-short', entries: [{ number: 4 }], needed: 2, available: 0 }],
    ]);
    // Two who read for any: they may read the entry of no panel, and everything else.
    await aJudge(contest, { pools: [], maxLoad: 1 });
    await aJudge(contest, { pools: ['bang-khac'], maxLoad: 1 });
    const { planId } = await planAssignment({ ...where, options });
    const { plan } = await findAssignmentPage({ ...where, planId });
    expect(plan?.status === 'optimal' && plan.panels).toEqual([
      {
        key: `unit:${units.north.id}`,
        name: units.north.name,
        entries: 1,
        wanted: 2,
        given: 2,
        links: 0,
        judges: 4,
        load: 4,
        room: 12,
      },
      {
        key: `unit:${units.south.id}`,
        name: units.south.name,
        entries: 2,
        wanted: 4,
        given: 4,
        links: 0,
        judges: 4,
        load: 6,
        room: 12,
      },
      { key: null, name: null, entries: 1, wanted: 2, given: 2, links: 0, judges: 2, load: 2, room: 2 },
    ]);
    await applyAssignment({ ...where, planId });
    expect(await pairsOf(contest)).toEqual(['1-1', '1-2', '2-3', '2-4', '3-3', '3-4', '4-5', '4-6']);
  });

  test('a merger between the dry run and its application makes the plan stale', async () => {
    const { contest, where, units } = await aCountry({ reviewsPerEntry: 1 });
    await from(contest, units.northCommune);
    await aJudge(contest, { pools: seatOf(units.north) });
    await aJudge(contest, { pools: seatOf(units.south) });
    const { planId } = await planAssignment({ ...where, options });
    await db.unit.update({ where: { id: units.north.id }, data: { endsOn: day('2026-01-01') } });
    await db.unitSuccession.create({
      data: { oldId: units.north.id, successorId: units.south.id, on: day('2026-01-01') },
    });
    expect(await refusalOf(applyAssignment({ ...where, planId }))).toBe('not-now: judging:refusals.planStale');
  });

  test('links across are exactly as many as asked for, also for what comes late and where somebody leaves', async () => {
    const { contest, where, units } = await aCountry();
    for (const unit of [units.northCommune, units.northCommune, units.southCommune, units.isleCommune]) {
      await from(contest, unit);
    }
    const north = [
      await aJudge(contest, { pools: seatOf(units.north) }),
      await aJudge(contest, { pools: seatOf(units.north) }),
    ];
    await aJudge(contest, { pools: seatOf(units.south) });
    await aJudge(contest, { pools: seatOf(units.south) });
    const linked = { ...options, links: 1 };
    const { planId } = await planAssignment({ ...where, options: linked });
    await applyAssignment({ ...where, planId });
    const homes = (pairs: string[]) =>
      pairs.map((pair) => {
        const [entry, judge] = pair.split('-').map(Number) as [number, number];
        const northern = [1, 2, 5].includes(entry);
        return `${entry}:${northern === judge <= 2 ? 'own' : 'other'}`;
      });
    expect(homes(await pairsOf(contest)).sort()).toEqual(
      [1, 2, 3, 4].flatMap((entry) => [`${entry}:other`, `${entry}:own`]),
    );
    // A late entry, and a judge of the north who steps back from an entry of the north.
    await from(contest, units.northCommune);
    const own = await db.scoresheet.findFirstOrThrow({
      where: { judgeId: { in: north.map(({ id }) => id) }, entry: { number: 1, contestId: contest.id } },
    });
    await db.recusal.create({ data: { scoresheetId: own.id, byId: north[0]!.personId, at: new Date(), reason: 'Ốm' } });
    const { planId: second } = await planAssignment({ ...where, options: linked });
    await applyAssignment({ ...where, planId: second });
    const live = await db.scoresheet.findMany({
      where: { roundId: contest.round.id, recusal: null },
      select: { entry: { select: { number: true } }, judge: { select: { number: true } } },
    });
    expect(homes(live.map(({ entry, judge }) => `${entry.number}-${judge.number}`)).sort()).toEqual(
      [1, 2, 3, 4, 5].flatMap((entry) => [`${entry}:other`, `${entry}:own`]),
    );
  });

  test('by hand and by a list the same holds; a reading across is replaced only by another', async () => {
    const { contest, where, units } = await aCountry();
    await from(contest, units.northCommune);
    await from(contest, units.farCommune);
    await aJudge(contest, { pools: seatOf(units.north) });
    const [across] = [await aJudge(contest, { pools: seatOf(units.south) })];
    await aJudge(contest, { pools: seatOf(units.isle) });
    await aJudge(contest);
    const give = (entry: number, judge: number, insteadOf: string | null = null) =>
      assignByHand({ ...where, entryNumber: entry, judgeNumber: judge, insteadOf });
    expect([await refusalOf(give(1, 2)), await refusalOf(give(2, 1))]).toEqual([
      'not-valid: judgeNumber judging:problems.otherPanel',
      'not-valid: judgeNumber judging:problems.noPanel',
    ]);
    const { sheetId } = await give(1, 1);
    expect(await refusalOf(give(1, 3, sheetId))).toBe('not-valid: judgeNumber judging:problems.otherPanel');
    expect(await pairsOf(contest)).toEqual(['1-1']);
    const papers = await db.entry.findMany({ where: { contestId: contest.id }, orderBy: { number: 'asc' } });
    const link = await aSheet(contest.round, papers[0]!, across!);
    await give(1, 3, link.id);
    expect(await pairsOf(contest)).toEqual(['1-1', '1-3']);
    const list = (pairs: [number, number][]) =>
      importAssignment({ ...where, pairs: pairs.map(([entry, judge], at) => ({ line: at + 1, entry, judge })) });
    const refused = await list([
      [1, 2],
      [2, 1],
      [2, 4],
    ]).catch((error: { fields: unknown }) => error.fields);
    expect(refused).toEqual({
      pairs: [
        {
          key: 'judging:importing.conflict',
          values: { line: 1, entry: 1, number: 2, panel: units.north.name, why: 'judging:problems.otherPanel' },
        },
        {
          key: 'judging:importing.conflict',
          values: { line: 2, entry: 2, number: 1, why: 'judging:problems.noPanel' },
        },
      ],
    });
    expect(await pairsOf(contest)).toEqual(['1-1', '1-3']);
    await list([
      [1, 4],
      [2, 4],
    ]);
    expect(await pairsOf(contest)).toEqual(['1-1', '1-3', '1-4', '2-4']);
  });

  test('the board says which panel is short before it hurts', async () => {
    const { contest, where, units, organiser } = await aCountry();
    for (let count = 0; count < 3; count += 1) await from(contest, units.northCommune);
    await from(contest, units.southCommune);
    await from(contest, units.centre);
    const judges = [
      await aJudge(contest, { pools: seatOf(units.north), maxLoad: 2 }),
      await aJudge(contest, { pools: seatOf(units.north), maxLoad: 2 }),
      await aJudge(contest, { pools: seatOf(units.south, units.north), maxLoad: 1 }),
    ];
    const deputy = await aJudge(contest, { pools: seatOf(units.south) });
    await db.judge.update({ where: { id: deputy.id }, data: { deputy: true } });
    const entry = await db.entry.findFirstOrThrow({ where: { contestId: contest.id, number: 1 } });
    await aSheet(contest.round, entry, judges[0]!, { marks: [3, 3] });
    const board = await findRoundBoard({ ...where, by: await actorOf(organiser) });
    expect([board.panels, board.apart.map(({ number }) => number)]).toEqual([
      [
        {
          key: `unit:${units.north.id}`,
          name: units.north.name,
          entries: 3,
          wanted: 6,
          assigned: 1,
          submitted: 1,
          unread: 2,
          judges: 3,
          capacity: 5,
          short: 'capacity',
        },
        {
          key: `unit:${units.south.id}`,
          name: units.south.name,
          entries: 1,
          wanted: 2,
          assigned: 0,
          submitted: 0,
          unread: 1,
          judges: 1,
          capacity: 1,
          short: 'judges',
        },
      ],
      [5],
    ]);
  });
});

test('a round parted by divisions; one that is not parted only prefers them', { timeout: 90_000 }, async () => {
  const contest = await aContest({ state: 'CLOSED', divisions: ['a', 'b'], rounds: [{ reviewsPerEntry: 1 }] });
  const { secretary } = await theOfficersOf(contest);
  const where = { by: await actorOf(secretary), slug: contest.slug, number: 1 };
  for (const division of contest.divisions) await anEntry(contest, { unitId: null, divisionId: division.id });
  await aJudge(contest, { pools: ['a'] });
  const { status } = await planAssignment({ ...where, options });
  expect([status, (await findAssignmentPage({ ...where, planId: null })).panels]).toEqual(['optimal', []]);
  await db.round.update({ where: { id: contest.round.id }, data: { panels: 'DIVISION' } });
  expect((await planAssignment({ ...where, options })).status).toBe('infeasible');
  expect((await findAssignmentPage({ ...where, planId: null })).panels.map(({ key, short }) => [key, short])).toEqual([
    ['a', null],
    ['b', 'judges'],
  ]);
  await db.judge.updateMany({ where: { contestId: contest.id }, data: { pools: ['a', 'b'] } });
  expect((await planAssignment({ ...where, options })).status).toBe('optimal');
});

describe('panels are part of the rules', () => {
  test('named as they are or were, said in the text, frozen with the hash, and fixed once the round is open', async () => {
    const { contest, where, units, secretary } = await aCountry({ panels: false });
    const slug = contest.slug;
    const change = async (fields: object) =>
      changeRound({ by: await actorOf(secretary), slug, number: 1, form: typed(fields) });
    const names = `${units.isle.name}\n ${units.north.name} `;
    expect(
      await change({ panels: 'UNIT', panelUnits: `Không Đâu Cả\n${units.north.name}` }).catch(
        (error: { fields: unknown }) => error.fields,
      ),
    ).toEqual({
      panelUnits: [
        {
          key: 'organising:problems.unknownPanelUnit',
          values: { line: 1, name: 'Không Đâu Cả', near: '' },
        },
      ],
    });
    await change({ panels: 'UNIT', panelUnits: names });
    const managed = await findManagedContest({ slug, by: where.by });
    expect(managed.rounds[0]).toMatchObject({
      panels: 'UNIT',
      // The isle became the south.
      panelUnits: [
        { id: units.north.id, name: units.north.name },
        { id: units.south.id, name: units.south.name },
      ],
    });
    expect(managed.panels.map(({ key }) => key)).toEqual(['chung', `unit:${units.north.id}`, `unit:${units.south.id}`]);
    const page = await findContest({ slug, by: null });
    expect(
      rulesInWords(page!.rules, { host: page!.host.name, rounds: page!.rounds })
        .flatMap(({ lines }) => lines)
        .filter(({ key }) => key.includes('panels')),
    ).toEqual([
      {
        key: 'contests:rules.panelsByUnit',
        values: { round: 'Sơ khảo', units: `${units.north.name}; ${units.south.name}` },
      },
    ]);
    await change({ panels: 'DIVISION', panelUnits: names });
    expect(await db.panelUnit.count({ where: { roundId: contest.round.id } })).toBe(0);
    const versions = await findRulesVersions({ contestId: contest.id, locale: 'vi' });
    expect(versions[0]!.difference).toEqual({
      removed: [
        {
          key: 'contests:rules.panelsByUnit',
          values: { round: 'Sơ khảo', units: `${units.north.name}; ${units.south.name}` },
        },
      ],
      added: [{ key: 'contests:rules.panelsByDivision', values: { round: 'Sơ khảo' } }],
    });
    expect(new Set(versions.map(({ hash }) => hash)).size).toBe(versions.length);
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'OPEN' } });
    for (const fields of [
      { panels: 'NONE' },
      { panels: 'UNIT', panelUnits: names },
      { panels: 'DIVISION', othersMarks: 'SUBMITTED' },
    ]) {
      expect(await refusalOf(change(fields))).toBe('not-now: organising:refusals.judgedByThese');
    }
  });

  test('rules that say nothing of panels have the hash they had', async () => {
    const { contest, secretary } = await aCountry({ panels: false });
    const change = async (fields: object) =>
      changeRound({ by: await actorOf(secretary), slug: contest.slug, number: 1, form: typed(fields) });
    await change({ reviewsPerEntry: '3' });
    const rules = await db.contestRules.findFirstOrThrow({
      where: { contestId: contest.id },
      orderBy: { number: 'desc' },
    });
    const { rounds } = rules.document as { rounds: object[] };
    expect(Object.keys(rounds[0]!)).toEqual(expect.not.arrayContaining(['panels', 'panelUnits', 'othersMarks']));
    expect(await refusalOf(change({ reviewsPerEntry: '3' }))).toBe(
      'not-valid: form organising:problems.nothingChanged',
    );
  });

  test.each([
    [{ panels: 'UNIT', panelUnits: '  \n ' }, 'panelUnits', 'organising:problems.noPanelUnits'],
    [
      { panels: 'UNIT', panelUnits: Array.from({ length: 101 }, (_, at) => `Xã ${at}`).join('\n') },
      'panelUnits',
      'organising:problems.manyPanels',
    ],
  ])('bad input %#', (fields, at, message) => {
    const parsed = roundForm.safeParse({
      ...typed({}),
      opensAt: '2026-12-10T17:00',
      closesAt: '2026-12-20T17:00',
      reviewsPerEntry: '2',
      blind: 'on',
      noZero: '',
      top: '',
      minMean: '',
      ...fields,
    });
    expect(parsed.error?.issues.map(({ path, message: said }) => [path.join(), said])).toEqual([[at, message]]);
  });

  test('a seat is put in panels of the contest alone; next year begins with the same panels', async () => {
    const { contest, where, units, organiser } = await aCountry();
    const judge = await aJudge(contest);
    const seat = (pools: string[]) =>
      changeSeat({
        by: where.by,
        slug: contest.slug,
        judgeId: judge.id,
        seat: { minLoad: 0, maxLoad: 9, pools, fieldIds: [] },
      });
    for (const pool of ['khong-co', `unit:${units.far.id}`, 'unit:x']) {
      expect(await refusalOf(seat([pool]))).toBe('not-valid: pools controls:problems.choice');
    }
    await seat([...seatOf(units.north, units.isle), 'chung', 'chung']);
    expect((await findPanel({ contestId: contest.id })).find(({ kind }) => kind === 'JUDGE')?.judge?.pools).toEqual([
      ...seatOf(units.north, units.isle),
      'chung',
    ]);
    const { slug } = await cloneContest({
      by: await actorOf(organiser),
      from: contest.slug,
      name: 'Năm sau',
      summary: '',
      hostId: contest.hostId,
      opensAt: new Date(contest.opensAt.getTime() + 365 * 86_400_000),
      closesAt: new Date(contest.closesAt.getTime() + 365 * 86_400_000),
    });
    const cloned = await findManagedContest({ slug, by: await actorOf(organiser) });
    expect(cloned.rounds[0]!.panelUnits.map(({ id }) => id).sort()).toEqual(
      [units.north.id, units.isle.id, units.south.id].sort(),
    );
  });
});

test('a rehearsal says which panel is short, with drawn entries spread over the panels', {
  timeout: 90_000,
}, async () => {
  const { contest, units } = await aCountry({ state: 'DRAFT' });
  await aJudge(contest, { pools: seatOf(units.north), maxLoad: 30 });
  await aJudge(contest, { pools: seatOf(units.north), maxLoad: 30 });
  await aJudge(contest, { pools: seatOf(units.isle), maxLoad: 30 });
  await aPerson();
  const problem = await composeRehearsal(db, {
    contestId: contest.id,
    options: { seed: 1, source: 'synthetic', entries: { chung: 8 }, judges: 9, load: 40 },
  });
  expect(Object.values(problem.rounds[0]!.parted!.panelOf)).toEqual(
    Array.from({ length: 8 }, (_, at) => `unit:${at % 2 === 0 ? units.north.id : units.south.id}`),
  );
  const report = await playRehearsal({ ...problem, plays: 2 });
  const names = {
    division: (slug: string) => slug,
    round: String,
    award: String,
    judge: (id: string) => id,
  };
  expect(report.rounds[0]!.panels).toEqual({
    short: [
      {
        key: `unit:${units.south.id}`,
        name: units.south.name,
        entries: 4,
        wanted: 8,
        assigned: 0,
        submitted: 0,
        unread: 4,
        judges: 1,
        capacity: 30,
        short: 'judges',
      },
    ],
    apart: 0,
  });
  expect(
    findingsOf(problem, report, names)
      .filter(({ because }) => because.key.includes('panel'))
      .map(({ weight, because }) => [weight, because.key, because.values]),
  ).toEqual([
    [
      'stops',
      'judging:rehearsal.found.panelJudges',
      { round: '1', panel: units.south.name, entries: 4, wanted: 8, judges: 1, capacity: 30 },
    ],
  ]);
});
