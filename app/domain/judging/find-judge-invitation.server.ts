import type { Actor } from '#app/domain/people/actor.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken } from '#app/platform/link-token.server.ts';
import { findSheetMinutes } from './find-sheet-minutes.server.ts';
import { whyClosed } from './hold-judge-invitation.server.ts';
import { invitationState } from './judge-invitation.ts';

/**
 * What the page behind a link shows. Looking uses nothing up. A link that never was tells no more than one that is forgotten; the one who
 * took it hears where their seat stands.
 */
export async function findJudgeInvitation({ token, by }: { token: string; by: Actor | null }) {
  const row = await db.judgeInvitation.findUnique({
    where: { tokenHash: hashOfLinkToken(token) },
    relationLoadStrategy: 'join',
    select: {
      email: true,
      name: true,
      minLoad: true,
      maxLoad: true,
      deputy: true,
      expiresAt: true,
      acceptedAt: true,
      acceptedById: true,
      confirmedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      fieldIds: true,
      hours: true,
      by: { select: { fullName: true } },
      contest: {
        select: {
          id: true,
          slug: true,
          name: true,
          state: true,
          openedAt: true,
          host: { select: { name: true, kind: true, code: true } },
        },
      },
    },
  });
  if (row === null) return { open: false as const, because: { key: 'people:refusals.linkUnknown' }, mine: null };
  const state = invitationState(row, now());
  const { contest } = row;
  if (state !== 'open') {
    const mine =
      by !== null && row.acceptedById === by.id && (state === 'waiting' || state === 'seated') ? state : null;
    return { open: false as const, because: whyClosed[state], mine, contest: { name: contest.name } };
  }
  if (contest.state === 'CANCELLED' || contest.state === 'PUBLISHED') {
    return { open: false as const, because: { key: 'contests:refusals.over' }, mine: null };
  }
  const me =
    by === null
      ? null
      : await db.person.findUniqueOrThrow({
          where: { id: by.id },
          select: { fullName: true, email: true, emailVerifiedAt: true },
        });
  return {
    open: true as const,
    contest: {
      slug: contest.slug,
      name: contest.name,
      host: unitTitle(contest.host),
      /** The public page exists. */
      opened: contest.openedAt !== null,
    },
    by: row.by.fullName,
    /** The address the link went to; null for a code at the stand. */
    email: row.email,
    name: row.name,
    load: { min: row.minLoad, max: row.maxLoad },
    deputy: row.deputy,
    expiresAt: row.expiresAt,
    known: { fieldIds: row.fieldIds, hours: row.hours },
    minutes: await findSheetMinutes(db, { contestId: contest.id }),
    me: me === null ? null : { name: me.fullName, proved: me.emailVerifiedAt !== null && me.email === row.email },
  };
}
