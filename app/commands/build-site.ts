import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const sources = ['app', 'search', 'public', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
const stamp = 'build/made-from';

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

function runVite(): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], {
      env: { ...process.env, NODE_ENV: 'production', TEST: undefined },
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
async function compress(): Promise<void> {
  const files = (await filesUnder('build/client')).filter((file) => /\.(js|css|svg|json|webmanifest)$/.test(file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const file of files) {
    const bytes = await readFile(file);
    if (bytes.length < 1_000) continue;
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

/** Builds the site unless the one that stands was made from these very sources. Answers whether it was built. */
export async function buildSite(): Promise<boolean> {
  const sum = await sumOfSources();
  const built = await readFile(stamp, 'utf8').catch(() => null);
  if (built === sum) return false;
  await rm(stamp, { force: true });
  await runVite();
  await compress();
  await mkdir('build', { recursive: true });
  await writeFile(stamp, sum);
  return true;
}
