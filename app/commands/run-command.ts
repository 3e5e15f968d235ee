import { Refusal } from '#app/domain/refusal.ts';
import { BackupRefused } from '#app/platform/backup/archive-form.ts';
import { EmbeddedPostgresFailed } from '#app/platform/db/embedded-postgres.server.ts';
import { WrongEnv } from '#app/platform/env.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

/** The command cannot go on, for a reason that a person can act on; the message is what they read. */
export class CommandFailed extends Error {}

function explain(error: unknown): string {
  if (error instanceof WrongEnv) return `Wrong setting: ${error.message}`;
  if (error instanceof BackupRefused) return `${error.message}.`;
  if (error instanceof CommandFailed || error instanceof EmbeddedPostgresFailed) return error.message;
  if (error instanceof Refusal && error.because) return i18nFor('vi').t(error.because.key, error.because.values);
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what uses it, or set PORT to another.`;
  if (code === 'EACCES' && port !== undefined) return `Port ${port} may not be used by this user: set PORT to another.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command to its end: exit 0, or one clear line and exit 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  let code = 0;
  try {
    await work();
  } catch (error) {
    console.error(explain(error));
    code = 1;
  }
  process.exit(process.exitCode === undefined ? code : Number(process.exitCode) || code);
}

/** Waits for Ctrl-C or the system's wish to stop. A second one ends everything at once; the servers stop by themselves. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (told) process.exit(130);
        told = true;
        console.log('\nStopping …');
        resolve();
      });
    }
  });
}
