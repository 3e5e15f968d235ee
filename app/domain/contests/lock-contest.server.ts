import { NotFound, NotNow } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

const columns = {
  id: true,
  slug: true,
  name: true,
  state: true,
  opensAt: true,
  closesAt: true,
  openedAt: true,
  suspendedAt: true,
  publishedAt: true,
  hostId: true,
  host: { select: { id: true, name: true, kind: true, code: true, path: true } },
  rules: { orderBy: { number: 'desc' }, take: 1, select: { id: true, number: true, body: true, hash: true } },
} as const;

/**
 * The contest, held until the transaction ends: entries, seats, rounds and sheets of one contest change one after the other.
 * Throws NotFound.
 */
export async function lockContest(tx: Tx, { slug }: { slug: string }) {
  await tx.$queryRaw`select 1 from "Contest" where "slug" = ${slug} for update`;
  const contest = await tx.contest.findUnique({ where: { slug }, select: columns });
  if (contest === null) throw new NotFound();
  const { host, ...rest } = contest;
  return { ...rest, host, hostPath: host.path };
}

export type LockedContest = Awaited<ReturnType<typeof lockContest>>;

/** Rules, divisions, rounds and rubrics may be written until the opening; then they are frozen. Throws NotNow. */
export function insistOnDraft(contest: LockedContest): void {
  if (contest.state !== 'DRAFT') throw new NotNow({ key: 'contests:refusals.frozen' });
}

/** Nothing runs, and nothing is decided, while a contest is put off until further notice. Throws NotNow. */
export function insistOnRunning(contest: Pick<LockedContest, 'suspendedAt'>): void {
  if (contest.suspendedAt !== null) throw new NotNow({ key: 'contests:refusals.suspended' });
}

/** Nobody is appointed and nothing is decided in a contest that is over. Throws NotNow. */
export function insistOnUnfinished(contest: LockedContest): void {
  if (contest.state === 'PUBLISHED' || contest.state === 'CANCELLED') {
    throw new NotNow({ key: 'contests:refusals.over' });
  }
}
