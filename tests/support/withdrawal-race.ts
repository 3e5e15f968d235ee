import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { withdrawIdea } from '#app/domain/ideas/withdraw-idea.server.ts';
import { paths } from '#app/paths.ts';
import { hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl } from '#app/platform/db/db.server.ts';
import { chanceOf } from '#prisma/chance.ts';
import { aPerson, aUnit } from './builders.ts';
import { actorOf, aPublishedIdea } from './idea-builders.ts';
import { keptPages } from './kept-pages.ts';
import type { Watch, Watched } from './reader-process.ts';

export type Race = {
  withdrawals: number;
  /** Pages read in the withdrawing process while it withdraws, and how many of those it had to draw. */
  reads: number;
  drawn: number;
  /** Pages asked for after a withdrawal was done that still showed it. Must be empty. */
  shown: string[];
  /** How long the slowest other process took, in milliseconds. */
  longestElsewhere: number;
  /** Pages of another process that still showed a withdrawn idea after ten seconds. Must be empty. */
  stayedElsewhere: string[];
};

/** Withdraws ideas one after the other while readers in this process and in another one read every list they stand in. */
export async function raceWithdrawals({ count, seed }: { count: number; seed: number }): Promise<Race> {
  const chance = chanceOf(seed);
  const owner = await aPerson();
  const by = await actorOf(owner);
  const unit = await aUnit({ kind: 'PROVINCE' });
  const ideas: { slug: string; title: string }[] = [];
  for (let i = 0; i < count; i += 1) {
    const title = `Sáng kiến thứ ${i} mang số ${chance.below(1_000_000_000)}`;
    const { slug } = await aPublishedIdea({
      ownerId: owner.id,
      unitId: unit.id,
      text: { title },
      at: new Date(Date.now() - chance.below(86_400_000)),
    });
    ideas.push({ slug, title });
  }
  const lists = [paths.home(), paths.ideas(), paths.unit(unit), paths.sitemap()];
  const line = listenForChanges(databaseUrl());
  const other = await startReader();
  while (!hearsChanges()) await wait(5);
  // The first read of a page loads its code.
  await askReader(other, { path: paths.idea(ideas[0]!), words: 'lời không có ở đâu', others: lists });
  const pages = keptPages();

  const gone = new Set<string>();
  const shown: string[] = [];
  let reads = 0;
  let over = false;
  const readOn = async () => {
    while (!over) {
      const path = chance.below(3) === 0 ? paths.idea(chance.pick(ideas)) : chance.pick(lists);
      const before = [...gone];
      const text = await pages.read(path);
      reads += 1;
      for (const title of before) if (text.includes(title)) shown.push(`${path}: ${title}`);
      await wait(0);
    }
  };
  const readers = Array.from({ length: 4 }, readOn);
  let longestElsewhere = 0;
  const stayedElsewhere: string[] = [];
  try {
    for (const { slug, title } of ideas) {
      await withdrawIdea({ by, slug, reason: '' });
      gone.add(title);
      const path = paths.idea({ slug });
      const [here, elsewhere] = await Promise.all([
        Promise.all([path, ...lists].map((one) => pages.read(one))),
        askReader(other, { path, words: title, others: lists }),
      ]);
      reads += here.length;
      for (const text of here) if (text.includes(title)) shown.push(`at once: ${title}`);
      stayedElsewhere.push(...elsewhere.stayed.map((page) => `${page}: ${title}`));
      longestElsewhere = Math.max(longestElsewhere, elsewhere.milliseconds);
    }
  } finally {
    over = true;
    await Promise.all(readers);
    other.disconnect();
    await line.stop();
  }
  return { withdrawals: count, reads, drawn: pages.drawn, shown, longestElsewhere, stayedElsewhere };
}

async function startReader(): Promise<ChildProcess> {
  const reader = fork(new URL('./reader-process.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl(), PUBLIC_URL: 'http://127.0.0.1:3000', NODE_ENV: 'test' },
  });
  await once(reader, 'message');
  return reader;
}

async function askReader(reader: ChildProcess, watch: Watch): Promise<Watched> {
  reader.send(watch);
  const [watched] = (await once(reader, 'message')) as [Watched];
  return watched;
}
