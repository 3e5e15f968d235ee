import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { env } from './env.server.ts';

const schema = z.object({
  /** Signs what is handed out and must come back unchanged (limits' address hashes, one-use links). */
  signing: z.string().min(32),
  database: z.string().min(32),
  search: z.string().min(32),
});

export type Secrets = z.infer<typeof schema>;

function make(): Secrets {
  const secret = () => randomBytes(32).toString('hex');
  return { signing: secret(), database: secret(), search: secret() };
}

function read(file: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const result = schema.safeParse(JSON.parse(text));
  if (!result.success) throw new Error(`${file} does not hold the secrets it should: restore it from a copy`);
  chmodSync(file, 0o600);
  return result.data;
}

/** Secrets of one data folder, made at the first start. Two first starts at once agree: the file is linked, never overwritten. */
export function secretsOf(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const kept = read(file);
  if (kept !== null) return kept;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return read(file)!;
}

let known: Secrets | undefined;

export function secrets(): Secrets {
  known ??= secretsOf(env().DATA_DIR);
  return known;
}
