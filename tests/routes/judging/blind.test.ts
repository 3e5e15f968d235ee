import { beforeAll, describe, expect, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { appointJudge } from '#app/domain/contests/appoint-judge.server.ts';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { storeFile } from '#app/platform/files.server.ts';
import routes from '#app/routes.ts';
import { addressTable } from '#tests/house/addresses.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf, consentOf } from '#tests/support/idea-builders.ts';
import { ideasIndexed } from '#tests/support/settled-events.ts';
import { get, post } from '#tests/support/visits.ts';

const teams = 60;

type Laid = Awaited<ReturnType<typeof layBlindContest>>;
let laid: Laid;

/** A blind contest of sixty teams, each with a name, a school, an address and a file that would give it away. */
async function layBlindContest() {
  const centre = await aUnit({ kind: 'CENTRE' });
  const host = await aUnit({ kind: 'PROVINCE', parentId: centre.id });
  const contest = await aContest({
    hostId: host.id,
    state: 'CLOSED',
    rounds: [{ state: 'OPEN', blind: true, reviewsPerEntry: 1 }],
  });
  const officers = await theOfficersOf(contest);
  const judgePerson = await aPerson();
  const judge = await aJudge(contest, { personId: judgePerson.id });
  const rival = await aJudge(contest);
  const secrets: { what: string; text: string }[] = [];
  const names: string[] = [];
  const schools: string[] = [];
  const ideas: { id: string; slug: string; title: string }[] = [];
  const sheets: string[] = [];
  for (let team = 1; team <= teams; team += 1) {
    const school = await aUnit({ kind: 'SCHOOL', parentId: host.id, name: `Trường Bí Mật Số ${team}X` });
    const lead = await aPerson({ fullName: `Trần Kín Danh ${team}X`, email: `kin-danh-${team}x@thu.example` });
    const mate = await aPerson({ fullName: `Lê Giấu Tên ${team}X` });
    for (const person of [lead, mate]) {
      await consentOf(person);
      await db.membership.create({
        data: { personId: person.id, unitId: school.id, claimedAt: new Date(), confirmedAt: new Date() },
      });
    }
    const entry = await anEntry(contest, { leadId: lead.id, memberIds: [mate.id], unitId: school.id });
    const key = await storeFile(Buffer.from(`%PDF-1.4 ${team}`));
    const file = await db.ideaFile.create({
      data: {
        ideaId: entry.ideaId,
        uploadedById: lead.id,
        name: `ban-ve-cua-kin-danh-${team}x.pdf`,
        key,
        mediaType: 'application/pdf',
        bytes: 10,
        sha256: String(team).padStart(64, '0'),
        createdAt: new Date(),
      },
    });
    await db.ideaVersionFile.create({ data: { versionId: entry.versionId, fileId: file.id } });
    const sheet = await aSheet(contest.round, entry, team % 2 === 0 ? rival : judge, { marks: [3, 1 + (team % 5)] });
    const idea = await db.idea.findUniqueOrThrow({ where: { id: entry.ideaId }, include: { publishedVersion: true } });
    ideas.push({ id: idea.id, slug: idea.slug, title: idea.publishedVersion!.title });
    sheets.push(sheet.id);
    names.push(lead.fullName, mate.fullName);
    schools.push(school.name);
    secrets.push(
      { what: 'lead', text: lead.fullName },
      { what: 'mate', text: mate.fullName },
      { what: 'mail', text: lead.email! },
      { what: 'school', text: school.name },
      { what: 'school', text: school.slug },
      { what: 'file', text: file.name },
      { what: 'person', text: lead.id },
    );
  }
  await ideasIndexed();
  return { contest, officers, judgePerson, judge, secrets, names, schools, ideas, sheets };
}

beforeAll(async () => {
  laid = await layBlindContest();
}, 120_000);

/** Every address a judge or a stranger may try: all of the site's, filled with what belongs to this contest. */
function everyAddress({ contest, sheets, ideas }: Laid): string[] {
  const own = sheets.flatMap((id) => [
    paths.sheet({ id }),
    paths.recusal({ id }),
    paths.sheetFile({ id }, { number: 1 }),
    paths.sheetFile({ id }, { number: 2 }),
    `/cham-thi/phieu/${id}/mo-lai`,
  ]);
  const round = { number: 1 };
  const filled = addressTable(routes)
    .map(({ address }) => address)
    .filter((address) => !address.includes('*'))
    .map((address) =>
      address
        .replace('/api/v1/ideas/:slug', `/api/v1/ideas/${ideas[0]!.slug}`)
        .replace('/cuoc-thi/:slug', `/cuoc-thi/${contest.slug}`)
        .replace('/y-tuong/:slug', `/y-tuong/${ideas[0]!.slug}`)
        .replace('/vong/:number', '/vong/1')
        .replace(':number', '1')
        .replace(':entry', '1')
        .replace(':judge', '1')
        .replace('/phieu/:id', `/phieu/${sheets[0]}`)
        .replace(':slug', contest.slug)
        .replace(':id', sheets[1]!),
    );
  return [
    ...new Set([
      ...filled,
      ...own,
      ...ideas.flatMap((idea) => [paths.idea(idea), paths.ideaVersions(idea), paths.ideaTeam(idea)]),
      ...ideas.map(({ title }) => paths.ideas({ q: title })),
      paths.ideas({ q: 'Kín Danh' }),
      ...ideas.map((_, index) => paths.entry(contest, { number: index + 1 })),
      paths.managedRound(contest, round),
      paths.results(contest),
    ]),
  ];
}

/** What every one of these addresses gives away, a few at a time. */
async function crawl(addresses: string[], as: { id: string } | null): Promise<string[]> {
  const leaks: string[] = [];
  for (let at = 0; at < addresses.length; at += 8) {
    const some = await Promise.all(addresses.slice(at, at + 8).map((address) => leaksIn(address, as)));
    leaks.push(...some.flat());
  }
  return leaks;
}

/** What of the secrets an answer gives away, in its body and in its headers. */
async function leaksIn(address: string, as: { id: string } | null) {
  const answer = await get(address, { as });
  const said = `${answer.text} ${[...answer.headers].flat().join(' ')} ${answer.location ?? ''}`;
  return laid.secrets.filter(({ text }) => said.includes(text)).map(({ what, text }) => `${address}: ${what} ${text}`);
}

describe('while the round is blind', () => {
  test('no address gives a judge a name, a school, a mail or the name of a file', { timeout: 180_000 }, async () => {
    const addresses = everyAddress(laid);
    expect(addresses.length).toBeGreaterThan(150);
    expect(await crawl(addresses, laid.judgePerson)).toEqual([]);
  });

  test('nor does any public address', { timeout: 180_000 }, async () => {
    expect(await crawl(everyAddress(laid), null)).toEqual([]);
  });

  test('the judge reads their own sheets, and nobody else’s', async () => {
    const statuses = await Promise.all(
      laid.sheets.map(async (id) => (await get(paths.sheet({ id }), { as: laid.judgePerson })).status),
    );
    expect(statuses).toEqual(laid.sheets.map((_, index) => ((index + 1) % 2 === 0 ? 404 : 200)));
    const file = await get(paths.sheetFile({ id: laid.sheets[0]! }, { number: 1 }), { as: laid.judgePerson });
    expect([file.status, file.headers.get('content-disposition'), file.text]).toEqual([
      200,
      'attachment; filename="bai-1-tep-1.pdf"',
      '%PDF-1.4 1',
    ]);
  });

  test('what a judge sends is answered without a name too', async () => {
    const id = laid.sheets[0]!;
    const criteria = await db.criterion.findMany({ where: { rubric: { roundId: laid.contest.round.id } } });
    const form = Object.fromEntries(criteria.map((one) => [`mark.${one.id}`, '9']));
    const answers = [
      await post(paths.marks({ id }), { as: laid.judgePerson, form, json: true }),
      await post(paths.sheet({ id }), { as: laid.judgePerson, form }),
      await post(paths.sheetSubmission({ id }), { as: laid.judgePerson, form }),
      await post(paths.recusal({ id }), { as: laid.judgePerson, form: {} }),
      await post(paths.sheetNotes({ id }), { as: laid.judgePerson, form: { noteRevision: '5', noteToTeam: 'x' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 422, 422, 422, 409]);
    for (const { text } of answers) {
      expect(laid.secrets.filter((secret) => text.includes(secret.text))).toEqual([]);
    }
  });

  test('an officer who judges here too is shown no teams', async () => {
    await aRole({ kind: 'SECRETARY', personId: laid.judgePerson.id, contestId: laid.contest.id });
    const leaks: string[] = [];
    for (const address of [
      paths.managedContest(laid.contest),
      paths.managedEntries(laid.contest),
      paths.entry(laid.contest, { number: 1 }),
      paths.managedRound(laid.contest, { number: 1 }),
      paths.conflicts(laid.contest, { number: 1 }),
      paths.assignment(laid.contest, { number: 1 }),
      paths.roundEntry(laid.contest, { number: 1 }, { number: 1 }),
    ]) {
      leaks.push(...(await leaksIn(address, laid.judgePerson)));
    }
    expect(leaks).toEqual([]);
    await db.roleGrant.deleteMany({ where: { kind: 'SECRETARY', personId: laid.judgePerson.id } });
  });

  test('officers who do not judge see the teams', async () => {
    const { text } = await get(paths.managedEntries(laid.contest), { as: laid.officers.secretary });
    expect(laid.names.filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe('after the reveal', () => {
  test('the results name all the teams, the ideas name theirs, and the judge may read who wrote what', async () => {
    const where = { by: await actorOf(laid.officers.chair), slug: laid.contest.slug, number: 1 };
    await closeRound({ ...where, reason: null });
    const early = await get(paths.results(laid.contest), { as: laid.judgePerson });
    expect(laid.ideas.filter(({ title }) => early.text.includes(title))).toEqual([]);
    await publishRound(where);
    const divisions = await db.division.findMany({ where: { contestId: laid.contest.id }, select: { slug: true } });
    const pages = ['', ...divisions.map(({ slug }) => `?bang=${slug}`)];
    const results = await Promise.all(pages.map((page) => get(`${paths.results(laid.contest)}${page}`, { as: null })));
    const named = results.map(({ text }) => text).join('\n');
    expect(laid.names.filter((name) => !named.includes(name))).toEqual([]);
    for (const idea of laid.ideas) {
      const { text } = await get(paths.idea(idea), { as: null });
      expect(laid.names.filter((name) => text.includes(name)).length).toBe(2);
    }
    const sheet = await get(paths.sheet({ id: laid.sheets[0]! }), { as: laid.judgePerson });
    expect(sheet.text).toContain(laid.names[0]);
  });

  test('the same crawl finds every one of the sixty teams, as a judge and as a stranger', {
    timeout: 300_000,
  }, async () => {
    await ideasIndexed();
    for (const as of [laid.judgePerson, null]) {
      const found = (await crawl(everyAddress(laid), as)).join('\n');
      expect(laid.names.filter((name) => !found.includes(name))).toEqual([]);
      expect(laid.schools.filter((name) => !found.includes(name))).toEqual([]);
    }
  });

  test('an over contest takes no further judges', async () => {
    const by = await actorOf(laid.officers.secretary);
    const seat = { minLoad: 0, maxLoad: 1, pools: [], fieldIds: [] };
    const whom = (await aPerson()).email!;
    await expect(appointJudge({ by, slug: laid.contest.slug, whom, seat })).rejects.toMatchObject({ kind: 'not-now' });
  });
});
