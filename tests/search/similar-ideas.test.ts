import { expect, test } from 'vitest';
import { withdrawIdea } from '#app/domain/ideas/withdraw-idea.server.ts';
import { makeIdeaEngines } from '#search/engines.server.ts';
import { similarIdeas } from '#search/similar-ideas.server.ts';
import { syncAll } from '#search/sync.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { actorOf, anIdea, aPublishedIdea, submitted } from '#tests/support/idea-builders.ts';

test('what is public and alike, the most alike first; not itself, nothing private, nothing withdrawn', async () => {
  const engines = makeIdeaEngines(null);
  const owner = await aPerson();
  const near = await aPublishedIdea({
    ownerId: owner.id,
    text: {
      title: 'Thùng lọc nước giếng ba ngăn tự chảy',
      solution: 'Ba ngăn cát, than, sỏi đặt chồng, nước tự chảy.',
    },
  });
  const gone = await aPublishedIdea({ ownerId: owner.id, text: { title: 'Bộ lọc nước giếng ba ngăn bằng than' } });
  const waits = await anIdea({ text: { title: 'Bộ lọc nước giếng ba ngăn tự chảy ở nhà em' } });
  await submitted(waits);
  await aPublishedIdea({
    text: {
      title: 'Sách nói tặng bạn khiếm thị',
      abstract: 'Thu giọng đọc từng chương.',
      problem: 'Ít sách nói cho học sinh.',
      solution: 'Phòng thu bằng tủ quần áo cũ.',
    },
  });
  await withdrawIdea({ by: await actorOf(owner), slug: gone.slug, reason: '' });
  const itself = await aPublishedIdea({ text: { title: 'Bộ lọc nước giếng ba ngăn tự chảy' } });
  await syncAll(engines);
  const found = await similarIdeas(
    {
      title: 'Bộ lọc nước giếng ba ngăn tự chảy',
      body: 'Bộ lọc làm từ than gáo dừa và cát. Ba ngăn đặt chồng, nước tự chảy.',
      except: itself.id,
    },
    engines,
  );
  expect(found.map((one) => one.id)).toEqual([near.id]);
});

test('an engine that cannot answer: none, and the page stands', async () => {
  const engines = makeIdeaEngines(null);
  engines.takeOver.ask = () => Promise.reject(new Error('gone'));
  expect(await similarIdeas({ title: 'Lọc nước', body: '' }, engines)).toEqual([]);
});
