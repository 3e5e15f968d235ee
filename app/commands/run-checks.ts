import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from './build-site.ts';

export type Tally = { passed: number; failed: number; skipped: number };

const require = createRequire(import.meta.url);

function programOf(name: string, bin: string): string {
  const file = require.resolve(`${name}/package.json`);
  const { bin: bins } = JSON.parse(readFileSync(file, 'utf8')) as { bin: string | Record<string, string> };
  return path.join(path.dirname(file), typeof bins === 'string' ? bins : bins[bin]!);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'y-hay-checks-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

function run(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs it and says its last words only once it has ended, so that two may run side by side. */
function runQuietly(program: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

async function timed(name: string, work: () => Promise<Tally>): Promise<Tally> {
  const began = performance.now();
  console.log(`\n── ${name}`);
  const tally = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`── ${name}: ${tally.failed === 0 ? 'fine' : `${tally.failed} failed`}, ${seconds} s`);
  return tally;
}

/** A check that has no tests of its own: it is counted only when it fails. */
async function plain(program: string, args: string[]): Promise<Tally> {
  return { passed: 0, failed: (await runQuietly(program, args)) === 0 ? 0 : 1, skipped: 0 };
}

function checkTypes(): Promise<Tally> {
  return timed('types', () => plain(programOf('typescript', 'tsc'), ['--noEmit']));
}

function checkLint(): Promise<Tally> {
  return timed('lint', () => plain(programOf('@biomejs/biome', 'biome'), ['check', '.']));
}

/** What the journeys walk; one that cannot be built has failed, and the journeys will say so again. */
function checkBuild(): Promise<Tally> {
  return timed('build', async () => {
    try {
      await buildSite();
      return { passed: 0, failed: 0, skipped: 0 };
    } catch (error) {
      console.error(error);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  });
}

/** The compiler takes one core for as long as the linter and the build take the other. */
async function checkSources(options: { build: boolean }): Promise<Tally[]> {
  const beside = async () => [await checkLint(), ...(options.build ? [await checkBuild()] : [])];
  const [types, others] = await Promise.all([checkTypes(), beside()]);
  return [types, ...others];
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number };

function checkRules(): Promise<Tally> {
  return timed('house rules, domain, routes, jobs, search', async () => {
    const report = path.join(scratch, 'vitest.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run(programOf('vitest', 'vitest'), args, { NODE_ENV: 'test' });
    return tallyOf(code, report, (text) => {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text) as VitestReport;
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    });
  });
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

function checkJourneys(browser: string): Promise<Tally> {
  return timed('journeys', async () => {
    const report = path.join(scratch, 'journeys.json');
    const program = programOf('@playwright/test', 'playwright');
    const code = await run(program, ['test'], { JOURNEYS_REPORT: report, CHROMIUM: browser });
    return tallyOf(code, report, (text) => {
      const { expected, unexpected, flaky, skipped } = (JSON.parse(text) as PlaywrightReport).stats;
      return { passed: expected, failed: unexpected + flaky, skipped };
    });
  });
}

/** A runner that ends badly has failed at least once, whatever its report says; one without a report too. */
function tallyOf(code: number, report: string, read: (text: string) => Tally): Tally {
  let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  try {
    tally = read(readFileSync(report, 'utf8'));
  } catch {
    code = 1;
  }
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

/** Runs everything, also after a failure, and ends with the one line that counts. Answers whether all is well. */
export async function runChecks(options: { browser: (() => Promise<string | null>) | null }): Promise<boolean> {
  const tallies: Tally[] = [...(await checkSources({ build: options.browser !== null })), await checkRules()];
  if (options.browser !== null) {
    const browser = await options.browser();
    if (browser === null) {
      console.log('No Chromium can be had on this machine: install one, or name it in CHROMIUM.');
      tallies.push({ passed: 0, failed: 1, skipped: 0 });
    } else {
      tallies.push(await checkJourneys(browser));
    }
  }
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 && sum('passed') > 0;
}
