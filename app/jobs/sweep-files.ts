import { keptPrintings } from '#app/domain/awards/kept-printings.server.ts';
import { keptIdeaFiles } from '#app/domain/ideas/kept-files.server.ts';
import { now } from '#app/platform/clock.ts';
import { listStoredFiles, removeStoredFile } from '#app/platform/files.server.ts';

/** Every noun that stores files says which of these it still holds; a test keeps this list whole. */
const keepers = [keptIdeaFiles, keptPrintings];

/** A file younger than this may belong to a row that is not there yet. */
const hoursOfGrace = 24;

const atOnce = 500;

/** Removes stored bytes that belong to nothing any more: of an upload that broke off, of a person who left. Answers how many. */
export async function sweepFiles(): Promise<number> {
  const before = now().getTime() - hoursOfGrace * 3_600_000;
  let swept = 0;
  let batch: string[] = [];
  const settle = async () => {
    const kept = new Set((await Promise.all(keepers.map((keeper) => keeper(batch)))).flat());
    for (const key of batch.filter((one) => !kept.has(one))) {
      await removeStoredFile(key);
      swept += 1;
    }
    batch = [];
  };
  for await (const { key, storedAt } of listStoredFiles()) {
    if (storedAt.getTime() > before) continue;
    batch.push(key);
    if (batch.length >= atOnce) await settle();
  }
  await settle();
  return swept;
}
