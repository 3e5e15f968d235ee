import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What running one of our commands took, as the operating system counts it. */
export interface CommandRun {
  readonly answer: unknown;
  readonly seconds: number;
  /** Of all processors together. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
}

/** Says on standard error, when the process ends, what it used. */
const watcher = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+JSON.stringify(process.resourceUsage())))`;

/** Runs a command of ours in a process of its own and measures all of it, its start included. */
export async function runCommand(file: string, args: string[]): Promise<CommandRun> {
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', watcher, file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const seconds = (performance.now() - from) / 1000;
  const used = JSON.parse(err.slice(err.lastIndexOf('\n') + 1)) as NodeJS.ResourceUsage;
  return {
    answer: JSON.parse(out),
    seconds,
    processorSeconds: (used.userCPUTime + used.systemCPUTime) / 1e6,
    peakMiB: used.maxRSS / 1024,
  };
}
