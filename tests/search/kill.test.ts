import { expect, test } from 'vitest';
import { hasMeilisearch } from '#app/platform/meilisearch-process.server.ts';
import { killRun } from '#tests/support/kill-run.ts';

/** The long form, with its strict limits on a machine that has nothing else to do: npm run bench -- kill. */
test.runIf(hasMeilisearch() && process.platform === 'linux')(
  'Meilisearch stopped, then hanging, the worker killed 5 times: people search all the while, and nothing is lost',
  { timeout: 180_000 },
  async () => {
    const run = (await killRun({ seed: 7, changes: 40, kills: 5, seconds: 3 }))!;
    expect(run).toMatchObject({ changes: 40, kills: 5, failed: [], withoutAnswer: 0 });
    expect(run.searches).toBeGreaterThan(20);
    expect(run.equalAfter.stopped).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(run.equalAfter.hung).toBeLessThan(Number.POSITIVE_INFINITY);
  },
);
