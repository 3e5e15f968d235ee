import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { withdrawConsent } from '#app/domain/people/withdraw-consent.server.ts';
import { paths } from '#app/paths.ts';
import { hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import routes from '#app/routes.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import { anAwardedRound } from '#tests/domain/awards/an-awarded-round.ts';
import { addressTable } from '#tests/house/addresses.ts';
import { aPerson } from '#tests/support/builders.ts';
import { actorOf, consentOf } from '#tests/support/idea-builders.ts';
import { keptPages } from '#tests/support/kept-pages.ts';
import { engineNames, only, ownEngines } from '#tests/support/search.ts';
import { eventsSettled } from '#tests/support/settled-events.ts';
import { get } from '#tests/support/visits.ts';

type World = Awaited<ReturnType<typeof layWinners>>;
let world: World;

/** Three winners: one never said yes, one takes it back after publication, one stays named. */
async function layWinners() {
  const [silent, leaver, named] = [
    await aPerson({ fullName: 'Ngô Lặng Thinh Kín' }),
    await aPerson({ fullName: 'Vũ Rút Lại Sau' }),
    await aPerson({ fullName: 'Mai Vẫn Nêu Tên' }),
  ];
  await consentOf(leaver);
  await consentOf(named);
  const round = await anAwardedRound({ leads: [silent, leaver, named] });
  await publishRound(round.where);
  const certificates = await db.certificate.findMany({
    where: { outcome: { round: { contestId: round.contest.id } } },
  });
  const ideas = await db.idea.findMany({ where: { id: { in: round.entries.map(({ ideaId }) => ideaId) } } });
  return { ...round, silent, leaver, named, certificates, ideas };
}

/** Every address of the site that a stranger may try, filled with what belongs to these winners. */
function everyAddress({ contest, certificates, entries, ideas }: World): string[] {
  const files = [
    'bien-ban.docx',
    'quyet-dinh.docx',
    'phieu-cham.docx',
    'bang-tong-hop.xlsx',
    'danh-sach-dat-giai.xlsx',
  ];
  const filled = addressTable(routes)
    .map(({ address }) => address)
    .filter((address) => !address.includes('*'))
    .map((address) =>
      address
        .replace('/ideas/:slug', `/ideas/${ideas[0]!.slug}`)
        .replace('/y-tuong/:slug', `/y-tuong/${ideas[0]!.slug}`)
        .replace('/don-vi/:slug', `/don-vi/${contest.host.slug}`)
        .replace('/kiem-tra/:number', `/kiem-tra/${certificates[0]!.number}`)
        .replace('/giay-chung-nhan/:number', `/giay-chung-nhan/${certificates[0]!.number}`)
        .replace(':slug', contest.slug)
        .replace(':paper', files[0]!)
        .replace(/:number|:entry|:judge/g, '1')
        .replace(':id', entries[0]!.id),
    );
  return [
    ...new Set([
      ...filled,
      ...certificates.flatMap((one) => [paths.paper(one), paths.certificateFile(one)]),
      ...entries.flatMap((one) => [paths.paper({ number: one.receipt }), paths.entry(contest, one)]),
      ...ideas.flatMap((idea) => [paths.idea(idea), paths.ideaVersions(idea), `/api/v1/ideas/${idea.slug}`]),
      ...files.map((file) => paths.paperFile(contest, { number: 1 }, { file })),
      paths.publicBundle(contest),
      paths.fullBundle(contest),
      paths.results(contest, { bang: 'chung' }),
      ...['Lặng Thinh', 'Rút Lại', 'Nêu Tên'].flatMap((q) => [
        paths.ideas({ q }),
        `/api/v1/ideas?q=${encodeURIComponent(q)}`,
      ]),
    ]),
  ];
}

/** Where strangers read this name, in what is answered and in its headers. */
async function named(name: string): Promise<string[]> {
  const at: string[] = [];
  for (const address of everyAddress(world)) {
    const answer = await get(address, { as: null });
    // What was looked for is said back.
    const said = `${answer.text} ${[...answer.headers].flat().join(' ')} ${answer.location ?? ''}`;
    if (said.includes(name)) at.push(address);
  }
  return at;
}

const engines = ownEngines();

/** Every engine has everything that has happened so far. */
async function indexed(): Promise<void> {
  await eventsSettled();
  for (const name of engineNames) while (await syncIndex(name, engines));
}

/** All that an engine holds, as it lies there, and what it answers to this name. */
async function searchedIn(engine: (typeof engineNames)[number], name: string): Promise<string> {
  const answers = [];
  for (const q of [name, name.split(' ').slice(1).join(' ')]) {
    const { items, facets } = await searchIdeas({ q }, only(engines, engines[engine]!));
    answers.push(JSON.stringify({ items, facets }));
  }
  return [...(engine === 'postgres' ? await rowsOfPostgres() : await documentsOfMeilisearch()), ...answers].join('\n');
}

async function rowsOfPostgres(): Promise<string[]> {
  const rows = await db.$queryRaw<{ text: string }[]>`select d::text as text from "IdeaSearchDocument" d`;
  return rows.map(({ text }) => text);
}

/** From the server itself: every document of every index this process has made. */
async function documentsOfMeilisearch(): Promise<string[]> {
  const { url, key } = inject('meili')!;
  const ask = async (path: string) => {
    const answer = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { results: { uid: string }[] };
  };
  const own = (await ask('/indexes?limit=1000')).results.filter(({ uid }) => uid.startsWith(`t-${process.pid}-`));
  const documents = await Promise.all(own.map(({ uid }) => ask(`/indexes/${uid}/documents?limit=1000`)));
  return documents.flatMap(({ results }) => results.map((one) => JSON.stringify(one)));
}

beforeAll(async () => {
  world = await layWinners();
  await indexed();
}, 180_000);

afterAll(async () => {
  await engines.meilisearch?.clear();
});

describe('a stranger', () => {
  test('finds a winner who never agreed at no address, in no file and no bundle', { timeout: 300_000 }, async () => {
    expect(everyAddress(world).length).toBeGreaterThan(150);
    expect(await named(world.silent.fullName)).toEqual([]);
  });

  test.each(engineNames)('finds nobody who never agreed in %s, and whoever agreed there', async (engine) => {
    expect(await searchedIn(engine, world.silent.fullName)).not.toContain(world.silent.fullName);
    expect(await searchedIn(engine, world.named.fullName)).toContain(world.named.fullName);
  });

  test('finds one who takes it back after publication nowhere either, nor in an answer that was kept', {
    timeout: 600_000,
  }, async () => {
    const { leaver, contest, ideas, certificates } = world;
    const before = await named(leaver.fullName);
    const own = certificates.find(({ personId }) => personId === leaver.id)!;
    const idea = ideas.find(({ ownerId }) => ownerId === leaver.id)!;
    expect(before).toEqual(expect.arrayContaining([paths.results(contest), paths.paper(own), paths.idea(idea)]));
    const line = listenForChanges(databaseUrl());
    while (!hearsChanges()) await wait(5);
    const kept = keptPages();
    const pages = [paths.results(contest), paths.idea(idea), paths.contest(contest), paths.ideas(), paths.home()];
    for (const page of pages) await kept.read(page);
    const drawn = kept.drawn;
    expect(await kept.read(paths.results(contest))).toContain(leaver.fullName);
    expect(await kept.read(paths.idea(idea))).toContain(leaver.fullName);
    expect(kept.drawn).toBe(drawn);
    for (const engine of engineNames) {
      expect(await searchedIn(engine, leaver.fullName)).toContain(leaver.fullName);
    }
    await withdrawConsent({ by: await actorOf(leaver), purpose: 'PUBLISH_NAME' });
    for (const page of pages) expect([page, (await kept.read(page)).includes(leaver.fullName)]).toEqual([page, false]);
    await indexed();
    expect(await named(leaver.fullName)).toEqual([]);
    for (const engine of engineNames) {
      expect(await searchedIn(engine, leaver.fullName)).not.toContain(leaver.fullName);
    }
    await line.stop();
  });

  test('goes on reading who stays named', { timeout: 300_000 }, async () => {
    const found = await named(world.named.fullName);
    const own = world.certificates.find(({ personId }) => personId === world.named.id)!;
    expect(found).toEqual(expect.arrayContaining([paths.results(world.contest), paths.paper(own)]));
    expect(found).not.toContain(paths.publicBundle(world.contest));
  });
});
