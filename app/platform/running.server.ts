import { env } from './env.server.ts';

/**
 * What this process stands on once it has started. The commands (run by tsx) and the built site are two module graphs
 * in one process, so this is kept on the global object and nowhere else.
 */
export type Running = {
  databaseUrl?: string;
  meili?: { url: string; key: string };
  /** The site's own address, once it listens. */
  origin?: string;
  /** True only with the embedded database: the demo world, its sign-ins and the outbox page exist. */
  demo: boolean;
};

const key = Symbol.for('y-hay.running');
const holder = globalThis as { [key]?: Running };

export function running(): Running {
  holder[key] ??= { demo: false };
  return holder[key];
}

/** The origin that people see in their address bar and in mails. */
export function siteOrigin(): string {
  return env().PUBLIC_URL ?? running().origin ?? `http://${env().HOST}:${env().PORT}`;
}
