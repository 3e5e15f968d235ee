import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { clearCount, countAgainst, standsAgainst } from '#app/platform/limits.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { verifyPassword } from '#app/platform/password.server.ts';
import { layLink } from './one-use-link.server.ts';
import { tooMany } from './too-many.ts';

const triesPerAccount = { max: 10, seconds: 900 };
/** A whole school may sit behind one address: only failures count here, and many are allowed. */
const failuresPerAddress = { max: 300, seconds: 900 };

export type SignedIn = {
  id: string;
  slipToken: string | null;
  /** The account is being closed: leads to the page where it may be opened again. */
  reopenToken?: string;
};

/**
 * Looks a person up by mail address or user name and checks the password. The refusal is the same, and takes as long, for
 * a name nobody has, a wrong password, an address not verified yet and a closed account. A password from a slip opens
 * nothing but the page where a new one is chosen: `slipToken` leads there. An account on its way to be closed opens nothing
 * but the page that opens it again.
 */
export async function signIn(form: { login: string; password: string; address: string }): Promise<SignedIn> {
  const { login, password, address } = form;
  const account = `sign-in-account:${login}`;
  const network = { key: `sign-in-network:${address}`, ...failuresPerAddress };
  const allowed = await countAgainst({ key: account, ...triesPerAccount });
  if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
  const elsewhere = await standsAgainst(network);
  if (!elsewhere.ok) throw tooMany(elsewhere.retryAfterSeconds);

  const person = await db.person.findFirst({
    where: login.includes('@') ? { email: login } : { userName: login },
    select: {
      id: true,
      passwordHash: true,
      closedAt: true,
      email: true,
      emailVerifiedAt: true,
      slipUntil: true,
      closings: { where: { cancelledAt: null, erasedAt: null }, select: { id: true }, take: 1 },
    },
  });
  const right = await verifyPassword(person?.passwordHash ?? null, password);
  if (!right || person === null || !mayEnter(person)) {
    await countAgainst(network);
    throw new NotValid({ password: [{ key: 'people:problems.signIn' }] });
  }
  await clearCount(account);
  if (person.closedAt !== null) {
    const linkId = await db.$transaction((tx) =>
      layLink(tx, { purpose: 'REOPEN_ACCOUNT', personId: person.id, email: '', besideOlder: true }),
    );
    return { id: person.id, slipToken: null, reopenToken: linkTokenFor(linkId) };
  }
  if (person.slipUntil === null) return { id: person.id, slipToken: null };
  const linkId = await db.$transaction((tx) =>
    layLink(tx, { purpose: 'RESET_PASSWORD', personId: person.id, email: '' }),
  );
  return { id: person.id, slipToken: linkTokenFor(linkId) };
}

function mayEnter(person: {
  closedAt: Date | null;
  email: string | null;
  emailVerifiedAt: Date | null;
  slipUntil: Date | null;
  closings: { id: string }[];
}): boolean {
  if (person.closedAt !== null && person.closings.length === 0) return false;
  if (person.email !== null && person.emailVerifiedAt === null) return false;
  return person.slipUntil === null || person.slipUntil.getTime() > now().getTime();
}
