import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const sources = ['app', 'search', 'public', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
/** How many built sites are kept: the one being served must not be swept away under it. */
const kept = 4;

async function filesUnder(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [place];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A sum over everything the built site is made from. */
async function sumOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(sources.map(filesUnder))).flat().sort();
  for (const file of files) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex');
}

function runVite(folder: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], {
      env: { ...process.env, NODE_ENV: 'production', BUILD_FOLDER: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the site could not be built:\n${said}`))));
  });
}

/** Lays a compressed twin beside every text the browser loads, so that serving it costs nothing. */
async function compress(folder: string): Promise<void> {
  const files = (await filesUnder(path.join(folder, 'client'))).filter((file) =>
    /\.(js|css|svg|json|webmanifest)$/.test(file),
  );
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const file of files) {
    const bytes = await readFile(file);
    if (bytes.length < 1_000) continue;
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

async function sweep(): Promise<void> {
  const names = await readdir('build');
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join('build', name))).mtimeMs })),
  );
  aged.sort((a, b) => b.at - a.at);
  for (const { name } of aged.slice(kept)) await rm(path.join('build', name), { recursive: true, force: true });
}

/**
 * Builds the site unless it was built from these very sources already; answers its folder. A folder appears whole or not
 * at all, and is never changed: a site that is being served keeps its files while another is built.
 */
export async function buildSite(): Promise<string> {
  const folder = path.join('build', (await sumOfSources()).slice(0, 16));
  if (existsSync(folder)) return folder;
  const draft = path.join('build', `draft-${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  await runVite(draft);
  await compress(draft);
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true, force: true });
  }
  await sweep();
  return folder;
}
