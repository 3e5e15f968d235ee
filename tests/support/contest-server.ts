import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { databaseUrl } from '#app/platform/db/db.server.ts';

export type ContestRequest =
  | { personId: string; slug: string; ideaId: string }
  | {
      personId: string;
      sheetId: string;
      marks: {
        criterionId: string;
        typed: string;
        basedOn: number;
        key: string;
        settles: string[];
        markedAt: string;
      }[];
    };

/** A server that takes entries and marks, and can be killed in the middle of anything; it comes back at the same address. */
export async function startContestServer() {
  let port = 0;
  let child: ChildProcess;
  const start = async () => {
    child = fork(fileURLToPath(new URL('./contest-process.ts', import.meta.url)), [String(port)], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: databaseUrl(), NODE_ENV: 'test', VITEST: undefined },
    });
    [port] = (await once(child, 'message')) as [number];
  };
  await start();
  return {
    /** Throws where the line broke before the answer was there. */
    async ask(request: ContestRequest): Promise<{ status: number; body: Record<string, unknown> }> {
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(request) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    /** Kills it without a word and starts it again. */
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      await start();
    },
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
