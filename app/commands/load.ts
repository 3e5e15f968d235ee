import { db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { findMeilisearch } from './find-meilisearch.ts';
import { layWorld, openGround } from './open-ground.ts';
import { CommandFailed, runCommand } from './run-command.ts';

const usage = `Usage: npm run load -- WHAT …
  ideas N [--seed S]   N invented ideas, the same for the same seed
  catalyst FOLDER      Project Catalyst's funds 6 and 7: ideas, contests, scoresheets, rankings`;

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

async function loadCatalyst(words: string[]): Promise<void> {
  const [folder] = words;
  if (folder === undefined) throw new CommandFailed(usage);
  const { loadCatalyst, NotCatalyst } = await import('#prisma/load/catalyst.ts');
  const began = performance.now();
  try {
    const { alreadyThere, ideas, contests, judges, sheets, marks } = await loadCatalyst({
      folder,
      tell: (line) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${line}`),
    });
    console.log(
      `${alreadyThere ? 'Already there' : 'Loaded'}: ${ideas} ideas, ${contests} contests, ${judges} judges, ${sheets} scoresheets, ${marks} marks`,
    );
    if (!alreadyThere) await indexAnew();
  } catch (error) {
    if (error instanceof NotCatalyst) throw new CommandFailed(error.message);
    throw error;
  }
}

/** What is written straight into the tables has no events: the indexes are built anew, at once or when the site next starts. */
async function indexAnew(): Promise<void> {
  await findMeilisearch();
  await db.$executeRaw`update "SearchIndex" set identity = null`;
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
  const work = new Map([
    ['ideas', loadIdeas],
    ['catalyst', loadCatalyst],
  ]).get(what ?? '');
  if (work === undefined) throw new CommandFailed(usage);
  const ground = await openGround({ join: true, search: env().MEILI_URL !== undefined });
  try {
    await layWorld();
    await work(words);
  } finally {
    await db.$disconnect();
    await ground.close();
  }
});
