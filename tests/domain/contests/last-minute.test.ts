import { expect, test } from 'vitest';
import { runLastMinute } from '#tests/support/last-minute.ts';

test('eighty teams in the last seconds, the server killed twice: every receipt has its entry and every entry one receipt', async () => {
  const run = await runLastMinute({ teams: 80, kills: 2, within: 3, seed: 5 });
  expect(run).toMatchObject({ entries: 80, lost: [], strayReceipts: [], strayEntries: [], repeated: 0 });
}, 120_000);
