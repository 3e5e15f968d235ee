import { utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sweepFiles } from '#app/jobs/sweep-files.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { listStoredFiles, storeFile } from '#app/platform/files.server.ts';
import { readSources } from '#tests/house/source-tree.ts';
import { anIdea } from '#tests/support/idea-builders.ts';

async function stored(daysAgo: number): Promise<string> {
  const key = await storeFile(Buffer.from(`tệp ${daysAgo}`));
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  utimesSync(path.join(env().DATA_DIR, 'files', key.slice(0, 2), key), at, at);
  return key;
}

test('what belongs to nothing goes after a day; what a row holds, or may hold soon, stays', async () => {
  const idea = await anIdea();
  const [attached, removed, orphan, fresh] = [await stored(3), await stored(3), await stored(3), await stored(0)];
  for (const key of [attached, removed]) {
    await db.ideaFile.create({
      data: {
        ideaId: idea.id,
        uploadedById: idea.ownerId,
        name: 'ảnh.png',
        key,
        mediaType: 'image/png',
        bytes: 5,
        sha256: 'x',
        createdAt: now(),
        removedAt: key === removed ? now() : null,
      },
    });
  }
  await sweepFiles();
  const left: string[] = [];
  for await (const { key } of listStoredFiles()) left.push(key);
  expect([attached, removed, orphan, fresh].map((key) => left.includes(key))).toEqual([true, false, false, true]);
});

test('every noun that stores files tells the sweep what it holds', () => {
  const storing = readSources()
    .filter((file) => file.name.startsWith('app/domain/') && /\bstoreFile\(/.test(file.text))
    .map((file) => file.name.split('/')[2]);
  expect([...new Set(storing)].sort()).toEqual(['awards', 'ideas']);
});
