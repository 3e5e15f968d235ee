import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import { now } from './clock.ts';
import { db } from './db/db.server.ts';
import { env } from './env.server.ts';

/** Whoever sends it is somebody. */
export const sessionCookie = 'y_hay';

/** The cookie carries the token; the database holds only its hash, so a stolen table opens no door. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** How exactly it is kept when a session was last seen. */
const seenToMinutes = 15;

/** What is kept of a session beside who and how long. */
export type SessionFacts = {
  /** The hash of its token: names the session and opens nothing. */
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  secondFactorAt: Date | null;
  termsLaterAt: Date | null;
};

type Attributes = Omit<SessionFacts, 'id'>;

const sessions: Adapter = {
  async getSessionAndUser(token) {
    const row = await db.session.findUnique({ where: { id: hashOf(token) } });
    if (row === null) return [null, null];
    const { createdAt, lastSeenAt, userAgent, secondFactorAt, termsLaterAt } = row;
    const attributes = { createdAt, lastSeenAt, userAgent, secondFactorAt, termsLaterAt };
    const session: DatabaseSession = { id: token, userId: row.personId, expiresAt: row.expiresAt, attributes };
    return [session, { id: row.personId, attributes: {} }];
  },
  async getUserSessions(personId) {
    const rows = await db.session.findMany({ where: { personId } });
    return rows.map((row) => ({ id: row.id, userId: row.personId, expiresAt: row.expiresAt, attributes: row }));
  },
  async setSession(session) {
    await db.session.create({
      data: {
        id: hashOf(session.id),
        personId: session.userId,
        expiresAt: session.expiresAt,
        ...(session.attributes as Attributes),
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

let opened: Lucia<Attributes> | undefined;

function lucia(): Lucia<Attributes> {
  opened ??= new Lucia(sessions, {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    getSessionAttributes: (attributes) => attributes,
    sessionCookie: {
      name: sessionCookie,
      attributes: { sameSite: 'lax', path: '/', secure: env().PUBLIC_URL?.startsWith('https:') ?? false },
    },
  });
  return opened;
}

/**
 * The token a browser sent, or null. Whatever else stands among its cookies is not read, since others may have written it; of ours one that
 * cannot be read opens nothing, as any token nobody gave.
 */
function tokenIn(request: Request): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((one) => one.trim());
  const own = cookies.find((one) => one.startsWith(`${sessionCookie}=`));
  if (own === undefined || own === `${sessionCookie}=`) return null;
  try {
    return lucia().readSessionCookie(own);
  } catch {
    return own;
  }
}

type ReadSession = { personId: string | null; facts: SessionFacts | null; cookie: string | null };

/**
 * Who the request's cookie belongs to. `cookie` is set where the browser must be told something new: the session was
 * prolonged, or it no longer holds.
 */
export async function readSession(request: Request): Promise<ReadSession> {
  const token = tokenIn(request);
  if (token === null) return { personId: null, facts: null, cookie: null };
  const { session, user } = await lucia().validateSession(token);
  if (session === null) {
    return { personId: null, facts: null, cookie: lucia().createBlankSessionCookie().serialize() };
  }
  const { createdAt, lastSeenAt, userAgent, secondFactorAt, termsLaterAt } = session;
  const id = hashOf(token);
  const at = now();
  if (at.getTime() - lastSeenAt.getTime() > seenToMinutes * 60_000) {
    await db.session.updateMany({ where: { id }, data: { lastSeenAt: at } });
  }
  return {
    personId: user.id,
    facts: { id, createdAt, lastSeenAt, userAgent, secondFactorAt, termsLaterAt },
    cookie: session.fresh ? lucia().createSessionCookie(session.id).serialize() : null,
  };
}

/** Begins a session and ends the one the browser came with: a token planted before signing in is worth nothing after. */
export async function beginSession({
  request,
  personId,
  secondFactor = false,
}: {
  request: Request;
  personId: string;
  /** The second factor was given just now. */
  secondFactor?: boolean;
}): Promise<string> {
  const before = tokenIn(request);
  if (before !== null) await lucia().invalidateSession(before);
  const at = now();
  const session = await lucia().createSession(personId, {
    createdAt: at,
    lastSeenAt: at,
    userAgent: request.headers.get('user-agent')?.slice(0, 200) || null,
    secondFactorAt: secondFactor ? at : null,
    termsLaterAt: null,
  });
  return lucia().createSessionCookie(session.id).serialize();
}

/** Ends the session the request came with; answers the cookie that clears it. */
export async function endSession({ request }: { request: Request }): Promise<string> {
  const token = tokenIn(request);
  if (token !== null) await lucia().invalidateSession(token);
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
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}
