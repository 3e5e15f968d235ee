import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { env } from './env.server.ts';

const keyForm = /^[0-9a-f]{40}$/;

/** A key is made here and says nothing of the file, so no name that a person chose ever reaches the disk. */
function placeOf(key: string): string {
  if (!keyForm.test(key)) throw new Error('not a key of a stored file');
  return path.join(env().DATA_DIR, 'files', key.slice(0, 2), key);
}

/** Stores bytes under a new key. The file appears whole or not at all, and is never executable. */
export async function storeFile(bytes: Uint8Array): Promise<string> {
  const key = randomBytes(20).toString('hex');
  const place = placeOf(key);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.draft`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, place);
  return key;
}

export async function readStoredFile(key: string): Promise<Buffer> {
  return readFile(placeOf(key));
}

/** The file as a stream for an answer; null where it is gone. */
export async function streamStoredFile(
  key: string,
): Promise<{ size: number; body: ReadableStream<Uint8Array> } | null> {
  const place = placeOf(key);
  const found = await stat(place).catch(() => null);
  if (found === null) return null;
  return { size: found.size, body: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array> };
}

export async function removeStoredFile(key: string): Promise<void> {
  await rm(placeOf(key), { force: true });
}

/** Everything stored, a folder at a time; a draft of a write that broke off more than a day ago goes. */
export async function* listStoredFiles(): AsyncGenerator<{ key: string; storedAt: Date }> {
  const root = path.join(env().DATA_DIR, 'files');
  for (const folder of (await readdir(root).catch(() => [])).sort()) {
    for (const name of await readdir(path.join(root, folder)).catch(() => [])) {
      const [key = '', draft] = name.split('.');
      if (!keyForm.test(key)) continue;
      const found = await stat(path.join(root, folder, name)).catch(() => null);
      if (found === null) continue;
      if (draft === undefined) yield { key, storedAt: found.mtime };
      else if (Date.now() - found.mtimeMs > 86_400_000) await rm(path.join(root, folder, name), { force: true });
    }
  }
}
