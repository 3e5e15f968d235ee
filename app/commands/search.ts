import { db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { checkIndex, type Drift, isTrue } from '#search/check.server.ts';
import type { IdeaEngine } from '#search/engines.server.ts';
import { ideaEngines } from '#search/engines.server.ts';
import { rebuildIndex } from '#search/rebuild.server.ts';
import { indexStatus } from '#search/status.server.ts';
import { findMeilisearch } from './find-meilisearch.ts';
import { openGround } from './open-ground.ts';
import { CommandFailed, runCommand } from './run-command.ts';

const usage = `Usage: npm run search -- COMMAND [postgres|meilisearch]
  status            what each index holds and how far it has followed
  check [--sample]  compares the index with the database and says what differs; exit 1 where something does
  check --repair    and brings it up to date
  rebuild           builds the index anew beside the one that answers, and swaps`;

const number = (value: number) => value.toLocaleString('vi-VN');

function chosen(name: string | undefined): IdeaEngine[] {
  const { postgres, meilisearch } = ideaEngines();
  const all = [postgres, meilisearch].filter((engine) => engine !== null);
  if (name === undefined) return all;
  const found = all.filter((engine) => engine.name === name);
  if (found.length === 0) {
    throw new CommandFailed(name === 'meilisearch' ? 'There is no Meilisearch: set MEILI_URL and MEILI_KEY.' : usage);
  }
  return found;
}

async function sayStatus(engine: IdeaEngine): Promise<void> {
  const status = await indexStatus(engine);
  const { health, index } = status;
  console.log(
    `${engine.name} ${health.version ?? ''}: ${health.ok ? 'answers' : 'does not answer'}, ` +
      `${number(health.documents ?? 0)} documents of ${number(status.ideas)} public ideas`,
  );
  const since = (at: Date | null | undefined) => at?.toISOString().slice(0, 19).replace('T', ' ') ?? 'never';
  console.log(
    `  changes not yet followed: ${number(status.waiting)}${status.oldest ? `, the oldest of ${since(status.oldest)} UTC` : ''}`,
  );
  console.log(
    `  last change ${since(index?.syncedAt)} · last rebuild ${since(index?.rebuildEnded)} · last check ${since(index?.checkedAt)} UTC`,
  );
  if (index?.behindSince) console.log(`  behind since ${since(index.behindSince)} UTC: ${index.failure}`);
  if (status.refused.length > 0)
    console.log(
      `  refused: ${status.refused.map(({ documentId, refused }) => `${documentId} (${refused})`).join(', ')}`,
    );
}

function sayDrift(engine: IdeaEngine, drift: Drift): void {
  const { inDatabase, inIndex, compared, missing, different, extra } = drift;
  const found = isTrue(drift)
    ? 'as it should be'
    : `${missing.length} missing, ${different.length} different, ${extra.length} too much`;
  console.log(
    `${engine.name}: ${number(inDatabase)} public ideas, ${number(inIndex)} documents, ${number(compared)} compared: ${found}`,
  );
  for (const [word, ids] of Object.entries({ missing, different, extra })) {
    if (ids.length > 0) console.log(`  ${word}: ${ids.slice(0, 10).join(' ')}${ids.length > 10 ? ' …' : ''}`);
  }
}

async function rebuild(engine: IdeaEngine): Promise<void> {
  const { done, seconds } = await rebuildIndex(engine, ({ done, total, seconds }) => {
    const left = done === 0 ? '?' : Math.round(((total - done) * seconds) / done);
    console.log(
      `${engine.name}: ${number(done)} of ${number(total)}, ${number(Math.round(done / seconds))} a second, ${left} s left`,
    );
  });
  console.log(`${engine.name}: ${number(done)} documents in ${seconds.toFixed(1)} s`);
}

await runCommand(async () => {
  const words = process.argv.slice(2);
  const [command, name] = words.filter((word) => !word.startsWith('--'));
  const flags = words.filter((word) => word.startsWith('--'));
  if (
    !['status', 'check', 'rebuild'].includes(command ?? '') ||
    flags.some((flag) => !['--sample', '--repair'].includes(flag))
  ) {
    throw new CommandFailed(usage);
  }
  const ground = await openGround({ join: true, search: env().MEILI_URL !== undefined });
  try {
    await findMeilisearch();
    for (const engine of chosen(name)) {
      if (command === 'status') await sayStatus(engine);
      if (command === 'rebuild') await rebuild(engine);
      if (command === 'check') {
        const drift = await checkIndex(engine, {
          sample: flags.includes('--sample'),
          repair: flags.includes('--repair'),
        });
        sayDrift(engine, drift);
        if (!isTrue(drift) && !flags.includes('--repair')) process.exitCode = 1;
      }
    }
  } finally {
    await db.$disconnect();
    await ground.close();
  }
});
