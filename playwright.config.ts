import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findInstalledBrowser } from '#app/commands/find-browser.ts';

const port = Number(process.env.JOURNEYS_PORT ?? 4199);
const baseURL = `http://127.0.0.1:${port}`;

/** A demo world of its own, laid anew for every run; one folder per clone. */
const clone = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
const dataDir = path.join(tmpdir(), `y-hay-journeys-${clone}`);
const isFirstLoad = process.env.TEST_WORKER_INDEX === undefined && !process.argv.includes('--list');
if (isFirstLoad) {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o711);
}

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(process.env.JOURNEYS_REPORT ? [['json', { outputFile: process.env.JOURNEYS_REPORT }] as const] : []),
  ],
  use: {
    baseURL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 390, height: 844 },
    trace: 'retain-on-failure',
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
  webServer: {
    command: 'node app/commands/launch.mjs start',
    url: `${baseURL}/`,
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
  },
});
