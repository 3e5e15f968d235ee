import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findInstalledBrowser } from '#app/commands/find-browser.ts';

const clone = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
const firstPort = Number(process.env.JOURNEYS_PORT ?? 4199);

/**
 * Demo worlds laid anew for every run, in folders of this clone: each worker has a site and a world of its own, so that no journey
 * changes anything under the feet of the one beside it.
 */
const worlds = [0, 1].map((index) => ({
  port: firstPort + index,
  origin: `http://127.0.0.1:${firstPort + index}`,
  dataDir: path.join(tmpdir(), `y-hay-journeys-${clone}-${index}`),
}));
const ownWorld = worlds[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]!;

const isFirstLoad = process.env.TEST_WORKER_INDEX === undefined && !process.argv.includes('--list');
if (isFirstLoad) {
  for (const { dataDir } of worlds) {
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o711);
  }
}

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: worlds.length,
  retries: 0,
  timeout: 420_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(process.env.JOURNEYS_REPORT ? [['json', { outputFile: process.env.JOURNEYS_REPORT }] as const] : []),
  ],
  use: {
    baseURL: ownWorld.origin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 390, height: 844 },
    // A failure leaves the pages of every step; films of them would slow every journey down.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? findInstalledBrowser() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'with-script', grepInvert: /@no-script/, use: { javaScriptEnabled: true } },
    { name: 'without-script', grepInvert: /@script/, use: { javaScriptEnabled: false } },
  ],
  webServer: worlds.map(({ port, origin, dataDir }) => ({
    command: 'node app/commands/launch.mjs start',
    url: `${origin}/`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      DATABASE_URL: '',
      MEILI_URL: '',
      SMTP_URL: '',
      PUBLIC_URL: '',
    },
  })),
});
