import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium that this machine has, or null. CHROMIUM names one. */
export function findInstalledBrowser(): string | null {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      const found = endings.map((ending) => path.join(folder, name + ending)).find((file) => existsSync(file));
      if (found !== undefined) return found;
    }
  }
  return usualPlaces.find((place) => existsSync(place)) ?? null;
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : null;
}

/** Playwright's download, given up when nothing arrives for a while: where it is not allowed, it may simply hang. */
async function downloadPlaywrights(): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [cli, 'install', 'chromium-headless-shell', 'chromium'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' },
    });
    const giveUp = () => void child.kill();
    let silence = setTimeout(giveUp, 25_000);
    child.stdout.on('data', (chunk: Buffer) => {
      if (!String(chunk).includes('%')) return;
      clearTimeout(silence);
      silence = setTimeout(giveUp, 25_000);
    });
    child.on('exit', () => {
      clearTimeout(silence);
      resolve();
    });
  });
}

function installSystems(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 600_000 });
  run('update');
  run('install', '-y', '--no-install-recommends', 'chromium');
}

/** Finds a browser or brings one: an installed Chromium, else Playwright's, else the system's package. Null where none can be had. */
export async function findOrInstallBrowser(): Promise<string | null> {
  const there = findInstalledBrowser() ?? (await playwrightsOwn());
  if (there !== null) return there;
  console.log('No Chromium here: asking Playwright for its own …');
  await downloadPlaywrights();
  const downloaded = await playwrightsOwn();
  if (downloaded !== null) return downloaded;
  console.log('Playwright’s cannot be had: asking the system for its package …');
  installSystems();
  return findInstalledBrowser();
}
