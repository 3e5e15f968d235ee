import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const support = (file: string) => path.resolve('tests/support', file);

export type ForkedServer = { port: number; child: ChildProcess; stop: () => Promise<void> };

/** A server of tests/support in a process of its own, which tells its port; `file` is its name there. */
export async function startServer(
  file: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<ForkedServer> {
  const child = fork(support(file), args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'warn', ...env },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const stop = async () => {
    child.disconnect();
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { port, child, stop };
}
