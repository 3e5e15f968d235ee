import pino from 'pino';
import { env, WrongEnv } from './env.server.ts';

const personal = [
  'mail',
  'email',
  'name',
  'fullName',
  'userName',
  'phone',
  'birthDate',
  'address',
  'password',
  'passwordHash',
  'token',
  'secret',
  'key',
  'cookie',
  'authorization',
  'text',
  'html',
  'body',
  'to',
  'from',
  'subject',
  'q',
];

/** Hides what could tell a person: mail addresses and long runs of digits (telephone, identity card). */
export function withoutPersonalData(text: string): string {
  return text.replaceAll(/[^\s"'<>@(]+@[^\s"'<>@)]+/g, '[mail]').replaceAll(/\+?\d(?:[\s.-]?\d){8,}/g, '[number]');
}

/** What may be said of an error: its kind, its code and where it happened. A database's detail line holds row values. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const lines = error.message.trim().split('\n');
  // Prisma prints the arguments of a call above the last line of its message.
  const message = error.name.startsWith('PrismaClient') ? lines.at(-1)! : lines[0]!;
  return {
    type: error.name,
    code: (error as { code?: unknown }).code,
    message: withoutPersonalData(message).slice(0, 300),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}

/** A wrong setting is reported by the command that starts, not by whoever happens to load this first. */
function level(): string {
  try {
    return env().NODE_ENV === 'test' ? 'silent' : env().LOG_LEVEL;
  } catch (error) {
    if (error instanceof WrongEnv) return 'info';
    throw error;
  }
}

export const log = pino(
  {
    level: level(),
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: personal.flatMap((word) => [word, `*.${word}`, `*.*.${word}`]), censor: '[hidden]' },
    serializers: { err: describeError, error: describeError },
  },
  pino.destination({ fd: 2, sync: true }),
);
