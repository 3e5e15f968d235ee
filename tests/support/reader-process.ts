import { setTimeout as wait } from 'node:timers/promises';
import { hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl } from '#app/platform/db/db.server.ts';
import { keptPages } from './kept-pages.ts';

/**
 * A process that serves readers, for tests of two. Asked for a page with words in it, it reads that page until the words are gone and says how
 * many milliseconds that took; between questions it reads on, so that pages are kept.
 */
export type Watch = { path: string; words: string; others: string[] };
/** `stayed`: the pages that still showed the words after ten seconds. */
export type Watched = { milliseconds: number; stayed: string[] };

listenForChanges(databaseUrl());
while (!hearsChanges()) await wait(5);
const pages = keptPages();

process.on('message', async ({ path, words, others }: Watch) => {
  const began = performance.now();
  const stayed: string[] = [];
  for (const one of [path, ...others]) {
    while ((await pages.read(one)).includes(words)) {
      if (performance.now() - began > 10_000) {
        stayed.push(one);
        break;
      }
      await wait(1);
    }
  }
  process.send!({ milliseconds: performance.now() - began, stayed } satisfies Watched);
  // What is there now is kept when the next question comes.
  await Promise.all(others.map((one) => pages.read(one)));
});
process.on('disconnect', () => process.exit(0));
process.send!('ready');
