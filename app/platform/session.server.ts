import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import { now } from './clock.ts';
import { db } from './db/db.server.ts';
import { env } from './env.server.ts';

/** The cookie carries the token; the database holds only its hash, so a stolen table opens no door. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const sessions: Adapter = {
  async getSessionAndUser(token) {
    const row = await db.session.findUnique({ where: { id: hashOf(token) } });
    if (row === null) return [null, null];
    const session: DatabaseSession = { id: token, userId: row.personId, expiresAt: row.expiresAt, attributes: {} };
    return [session, { id: row.personId, attributes: {} }];
  },
  async getUserSessions(personId) {
    const rows = await db.session.findMany({ where: { personId } });
    return rows.map((row) => ({ id: row.id, userId: row.personId, expiresAt: row.expiresAt, attributes: {} }));
  },
  async setSession(session) {
    await db.session.create({
      data: {
        id: hashOf(session.id),
        personId: session.userId,
        createdAt: now(),
        expiresAt: session.expiresAt,
        userAgent: (session.attributes as { userAgent?: string }).userAgent?.slice(0, 200) ?? null,
      },
    });
  },
  async updateSessionExpiration(token, expiresAt) {
    await db.session.updateMany({ where: { id: hashOf(token) }, data: { expiresAt } });
  },
  async deleteSession(token) {
    await db.session.deleteMany({ where: { id: hashOf(token) } });
  },
  async deleteUserSessions(personId) {
    await db.session.deleteMany({ where: { personId } });
  },
  async deleteExpiredSessions() {
    await db.session.deleteMany({ where: { expiresAt: { lte: now() } } });
  },
};

let opened: Lucia | undefined;

function lucia(): Lucia {
  opened ??= new Lucia(sessions, {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: {
      name: 'y_hay',
      attributes: { sameSite: 'lax', path: '/', secure: env().PUBLIC_URL?.startsWith('https:') ?? false },
    },
  });
  return opened;
}

/**
 * Who the request's cookie belongs to. `cookie` is set where the browser must be told something new: the session was
 * prolonged, or it no longer holds.
 */
export async function readSession(request: Request): Promise<{ personId: string | null; cookie: string | null }> {
  const token = lucia().readSessionCookie(request.headers.get('cookie') ?? '');
  if (token === null || token === '') return { personId: null, cookie: null };
  const { session, user } = await lucia().validateSession(token);
  if (session === null) return { personId: null, cookie: lucia().createBlankSessionCookie().serialize() };
  return {
    personId: user.id,
    cookie: session.fresh ? lucia().createSessionCookie(session.id).serialize() : null,
  };
}

/** Begins a session and ends the one the browser came with: a token planted before signing in is worth nothing after. */
export async function beginSession({ request, personId }: { request: Request; personId: string }): Promise<string> {
  const before = lucia().readSessionCookie(request.headers.get('cookie') ?? '');
  if (before) await lucia().invalidateSession(before);
  const session = await lucia().createSession(personId, { userAgent: request.headers.get('user-agent') ?? '' });
  return lucia().createSessionCookie(session.id).serialize();
}

/** Ends the session the request came with; answers the cookie that clears it. */
export async function endSession({ request }: { request: Request }): Promise<string> {
  const token = lucia().readSessionCookie(request.headers.get('cookie') ?? '');
  if (token) await lucia().invalidateSession(token);
  return lucia().createBlankSessionCookie().serialize();
}

/** Ends every session of a person, as after a new password. */
export async function endSessionsOf({ personId }: { personId: string }): Promise<void> {
  await lucia().invalidateUserSessions(personId);
}

/** Removes sessions that have run out. */
export async function forgetExpiredSessions(): Promise<void> {
  await lucia().deleteExpiredSessions();
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: { userAgent?: string };
  }
}
