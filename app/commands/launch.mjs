// `node app/commands/launch.mjs COMMAND`: brings a fresh clone as far as TypeScript can run (packages, Prisma's client),
// then hands over to the command in this same process. Plain JavaScript without a dependency.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
if (!(major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
  console.error(`Node ${process.versions.node} is not supported: use 20.19 or newer, 22.12 or newer, or 24.`);
  process.exit(1);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Every package that the lock file names is there in that version; what this machine cannot have may be missing. */
function packagesAreThere() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const present = readJson('node_modules/.package-lock.json')?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

function install() {
  console.log('Installing packages (once) …');
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: '' } });
  if (status !== 0) {
    console.error('npm ci did not succeed.');
    process.exit(1);
  }
}

function generate() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  for (const name of readdirSync('prisma').sort()) {
    if (name.endsWith('.prisma')) hash.update(readFileSync(path.join('prisma', name)));
  }
  const sum = hash.digest('hex');
  const stamp = 'app/platform/db/generated/.made-from';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return;
  const { status } = spawnSync(process.execPath, ['app/commands/generate.mjs'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sum);
}

if (!packagesAreThere()) install();
generate();

const [command] = process.argv.splice(2, 1);
const { register } = await import('tsx/esm/api');
register();
await import(new URL(`./${command}.ts`, import.meta.url).href);
