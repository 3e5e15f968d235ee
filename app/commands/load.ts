import { db } from '#app/platform/db/db.server.ts';
import { openGround } from './open-ground.ts';
import { CommandFailed, runCommand } from './run-command.ts';

const usage = `Usage: npm run load -- WHAT …
  ideas N [--seed S]   N invented ideas, the same for the same seed`;

/** The value after a flag. */
function flag(words: string[], name: string): string | undefined {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? undefined : words[at + 1];
}

async function loadIdeas(words: string[]): Promise<void> {
  const count = Number(words[0]);
  const seed = Number(flag(words, 'seed') ?? 1);
  if (!Number.isInteger(count) || count < 1 || count > 10_000_000 || !Number.isInteger(seed))
    throw new CommandFailed(usage);
  const { loadIdeas } = await import('#prisma/load/ideas.ts');
  await loadIdeas({
    count,
    seed,
    tell: ({ done, total, seconds }) => {
      if (done % 20_000 === 0 || done === total) {
        console.log(
          `${done} of ${total}, ${Math.round(done / seconds)} a second, ${Math.round(((total - done) * seconds) / done)} s left`,
        );
      }
    },
  });
  await indexAnew();
}

/** What is written straight into the tables has no events: the indexes are built anew. */
async function indexAnew(): Promise<void> {
  const { ideaEngines } = await import('#search/engines.server.ts');
  const { rebuildIndex } = await import('#search/rebuild.server.ts');
  const { postgres, meilisearch } = ideaEngines();
  for (const engine of [postgres, meilisearch]) {
    if (engine === null) continue;
    const { done, seconds } = await rebuildIndex(engine, ({ done, total, seconds }) =>
      console.log(`${engine.name}: ${done} of ${total}, ${Math.round(done / seconds)} a second`),
    );
    console.log(`${engine.name}: ${done} documents in ${seconds.toFixed(1)} s`);
  }
}

await runCommand(async () => {
  const [what, ...words] = process.argv.slice(2);
  const work = new Map([['ideas', loadIdeas]]).get(what ?? '');
  if (work === undefined) throw new CommandFailed(usage);
  const ground = await openGround({ join: true });
  try {
    await work(words);
  } finally {
    await db.$disconnect();
    await ground.close();
  }
});
