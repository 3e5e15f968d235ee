import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { findManagedContest } from './find-managed-contest.server.ts';

/** An entry's marks "ngoài giải", every one that ever was, the newest first, for organisers and the secretary. Throws NotFound and NotAllowed. */
export async function findOutsidePage({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotPrepare(by, contest));
  const entry = await db.entry.findUnique({
    where: { contestId_number: { contestId: contest.id, number } },
    relationLoadStrategy: 'join',
    select: {
      number: true,
      withdrawal: { select: { at: true } },
      version: { select: { title: true } },
      outside: {
        orderBy: { at: 'desc' },
        select: {
          id: true,
          rule: true,
          reason: true,
          at: true,
          by: { select: { fullName: true } },
          withdrawnAt: true,
          withdrawReason: true,
          withdrawnBy: { select: { fullName: true } },
        },
      },
    },
  });
  if (entry === null) throw new NotFound();
  const { version, outside, withdrawal, ...rest } = entry;
  const over = contest.state === 'PUBLISHED' || contest.state === 'CANCELLED' || withdrawal !== null;
  const inForce = outside.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
  return {
    contest,
    entry: { ...rest, title: version.title },
    marks: outside.map(({ by: who, withdrawnBy, rule, ...mark }) => ({
      ...mark,
      // Which rule holds says who is in the team.
      rule: contest.may.seeTeams ? rule : rule === null ? null : 'some',
      by: who?.fullName ?? null,
      withdrawnBy: withdrawnBy?.fullName ?? null,
    })),
    inForce: inForce === null ? null : { byRule: inForce.rule !== null },
    mayChange: !over,
  };
}
