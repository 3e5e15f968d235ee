import { expect, test, vi } from 'vitest';
import { withdrawIdea } from '#app/domain/ideas/withdraw-idea.server.ts';
import { giveConsent } from '#app/domain/people/give-consent.server.ts';
import { withdrawConsent } from '#app/domain/people/withdraw-consent.server.ts';
import { trackReads } from '#app/platform/db/reads.server.ts';
import { findLateEngines } from '#search/as-they-are.server.ts';
import { ideaDocumentTables, readIdeaDocuments } from '#search/documents/read-ideas.server.ts';
import { makeIdeaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { similarIdeas } from '#search/similar-ideas.server.ts';
import { syncAll } from '#search/sync.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, aPublishedIdea } from '#tests/support/idea-builders.ts';

test('an index that is behind shows nothing withdrawn and no name without consent; one that is not costs one question', async () => {
  const engines = makeIdeaEngines(null);
  const owner = await aPerson({ fullName: 'Lê Thị Bình' });
  await giveConsent({ by: await actorOf(owner), purpose: 'PUBLISH_NAME' });
  const gone = await aPublishedIdea({ ownerId: owner.id, text: { title: 'Bộ lọc nước giếng ba ngăn' } });
  const stays = await aPublishedIdea({ ownerId: owner.id, text: { title: 'Thùng lọc nước giếng ba ngăn' } });
  // A transaction that is still open anywhere on the server holds back what may be read.
  const caughtUp = () =>
    vi.waitFor(async () => {
      await syncAll(engines);
      expect([...(await findLateEngines())]).not.toContain('postgres');
    }, 30_000);
  await caughtUp();
  const found = async () =>
    (await searchIdeas({ q: '' }, engines)).items.map(({ id, authorNames }) => [id, authorNames]);
  const alike = async () =>
    (await similarIdeas({ title: 'Lọc nước giếng ba ngăn', body: '' }, engines)).map(({ id }) => id);
  expect((await found()).sort()).toEqual(
    [
      [gone.id, ['Lê Thị Bình']],
      [stays.id, ['Lê Thị Bình']],
    ].sort(),
  );
  expect((await alike()).sort()).toEqual([gone.id, stays.id].sort());
  const upToDate = await countQueries(found);

  await withdrawIdea({ by: await actorOf(owner), slug: gone.slug, reason: '' });
  await withdrawConsent({ by: await actorOf(owner), purpose: 'PUBLISH_NAME' });
  expect(await found()).toEqual([[stays.id, []]]);
  expect(await alike()).toEqual([stays.id]);
  const behind = await countQueries(found);
  await caughtUp();
  expect(await found()).toEqual([[stays.id, []]]);
  expect(behind.queries - upToDate.queries).toBeGreaterThan(0);
  expect((await countQueries(found)).queries).toBe(upToDate.queries);
});

test('the tables a document is made from are all named', async () => {
  const idea = await aPublishedIdea({});
  const { tables } = await trackReads(() => readIdeaDocuments([idea.id]));
  expect([...tables].sort()).toEqual([...ideaDocumentTables]);
});
