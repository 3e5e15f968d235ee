import { insistThat, whyNotAppoint } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { invitationState } from './judge-invitation.ts';

/** Every invitation of a contest for those who may appoint judges: who waits first, then the open ones, then the rest. One query more. */
export async function findJudgeInvitations({ slug, by }: { slug: string; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotAppoint(by, contest, 'JUDGE'));
  const rows = await db.judgeInvitation.findMany({
    where: { contestId: contest.id },
    relationLoadStrategy: 'join',
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      email: true,
      name: true,
      minLoad: true,
      maxLoad: true,
      pools: true,
      deputy: true,
      at: true,
      expiresAt: true,
      acceptedAt: true,
      confirmedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      fieldIds: true,
      hours: true,
      ties: true,
      by: { select: { fullName: true } },
      acceptedBy: { select: { id: true, fullName: true, email: true, userName: true } },
    },
  });
  const at = now();
  const order = ['waiting', 'open', 'seated', 'declined', 'expired', 'refused', 'withdrawn'];
  const invitations = rows
    .map(({ by: inviter, acceptedBy, ...row }) => ({
      ...row,
      inviter: inviter.fullName,
      person:
        acceptedBy === null
          ? null
          : {
              name: acceptedBy.fullName,
              login: acceptedBy.email ?? acceptedBy.userName ?? '',
              self: acceptedBy.id === by.id,
            },
      state: invitationState(row, at),
    }))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return { contest, invitations };
}

/** An open code as it is shown at the stand. Throws NotFound for one that was mailed, and once it opens nothing any more. */
export async function findStandCode({ slug, id, by }: { slug: string; id: string; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotAppoint(by, contest, 'JUDGE'));
  const row = isUuid(id)
    ? await db.judgeInvitation.findFirst({ where: { id, contestId: contest.id, email: null } })
    : null;
  if (row === null || invitationState(row, now()) !== 'open') throw new NotFound();
  return { contest, name: row.name, expiresAt: row.expiresAt, token: linkTokenFor(row.id) };
}
