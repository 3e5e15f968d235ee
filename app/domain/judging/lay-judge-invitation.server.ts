import { randomUUID } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken, linkTokenFor } from '#app/platform/link-token.server.ts';
import { offeredFor } from './judge-invitation.ts';

export type OfferedSeat = { name: string; minLoad: number; maxLoad: number; pools: string[]; deputy: boolean };

/** What the inviter knows already; the one invited may say otherwise. */
type Known = { fieldIds?: readonly string[]; hours?: number | null };

/** Lays a seat down for one person, and tells of it; a letter follows where there is an address. */
export async function layJudgeInvitation(
  tx: Tx,
  {
    contestId,
    by,
    email,
    seat,
    known = {},
  }: { contestId: string; by: string; email: string | null; seat: OfferedSeat; known?: Known },
): Promise<{ id: string }> {
  const at = now();
  const id = randomUUID();
  const days = email === null ? offeredFor.code : offeredFor.mail;
  await tx.judgeInvitation.create({
    data: {
      id,
      contestId,
      email,
      ...seat,
      tokenHash: hashOfLinkToken(linkTokenFor(id)),
      byId: by,
      at,
      expiresAt: new Date(at.getTime() + days * 86_400_000),
      fieldIds: [...new Set(known.fieldIds ?? [])],
      hours: known.hours ?? null,
    },
  });
  await recordEvent(tx, { kind: 'judge-invitation.made', by, contestId, payload: { invitationId: id } });
  return { id };
}
