import { insistOnUnfinished } from '#app/domain/contests/lock-contest.server.ts';
import { insistOnFields } from '#app/domain/contests/seat.server.ts';
import { seatJudge } from '#app/domain/contests/seat-judge.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { findSheetMinutes } from './find-sheet-minutes.server.ts';
import { holdJudgeInvitation } from './hold-judge-invitation.server.ts';
import { loadWithin, sheetsIn } from './judge-invitation.ts';
import type { AcceptanceForm } from './judge-invitation-form.ts';

/**
 * Takes a seat that was offered. Where the link went to this very person's verified address the seat is theirs at once; a code at the
 * stand, or a link that somebody else got, waits until an officer has seen who it is, and shows no sheet before. The load is what the
 * hours allow, never more than was offered. Throws NotAllowed for whoever takes part in the contest, and NotNow where the link opens
 * nothing (any more) or the person sits already.
 */
export async function acceptJudgeInvitation({
  by,
  token,
  form,
}: {
  by: Actor;
  token: string;
  form: AcceptanceForm;
}): Promise<{ seated: boolean }> {
  return db.$transaction(async (tx) => {
    const { contest, invitation } = await holdJudgeInvitation(tx, { token });
    insistOnUnfinished(contest);
    await insistOnFields(tx, form.fieldIds);
    await insistOnOutsider(tx, { contestId: contest.id, personId: by.id });
    const person = await tx.person.findUniqueOrThrow({
      where: { id: by.id },
      select: { email: true, emailVerifiedAt: true },
    });
    const proved = invitation.email !== null && person.emailVerifiedAt !== null && person.email === invitation.email;
    const fits = sheetsIn({ hours: form.hours, minutes: await findSheetMinutes(tx, { contestId: contest.id }) });
    const load = loadWithin(invitation, fits);
    const at = now();
    const { fieldIds, hours, ties } = form;
    await tx.judgeInvitation.update({
      where: { id: invitation.id },
      data: {
        acceptedById: by.id,
        acceptedAt: at,
        confirmedAt: proved ? at : null,
        fieldIds: [...new Set(fieldIds)],
        hours,
        ties,
        ...load,
      },
    });
    await recordEvent(tx, {
      kind: 'judge-invitation.accepted',
      by: by.id,
      personId: by.id,
      contestId: contest.id,
      payload: { invitationId: invitation.id, seated: proved },
    });
    if (proved) {
      const { pools, deputy } = invitation;
      const seat = { ...load, pools, fieldIds, deputy, hours };
      await seatJudge(tx, { contestId: contest.id, personId: by.id, seat, by: invitation.byId });
    }
    return { seated: proved };
  });
}

/** Throws NotAllowed for a member of a team of this contest, naming the entry; NotNow for who sits on the panel or waits to. */
export async function insistOnOutsider(
  tx: Tx,
  { contestId, personId }: { contestId: string; personId: string },
): Promise<void> {
  const own = await tx.entryMember.findFirst({
    where: { personId, entry: { contestId, withdrawal: null } },
    orderBy: { entry: { number: 'asc' } },
    select: { entry: { select: { number: true, version: { select: { title: true } } } } },
  });
  if (own !== null) {
    const values = { entry: own.entry.number, title: own.entry.version.title };
    throw new NotAllowed({ key: 'judging:refusals.takesPart', values });
  }
  const seated = await tx.judge.count({ where: { contestId, personId, roleGrant: { endedAt: null } } });
  if (seated > 0) throw new NotNow({ key: 'judging:refusals.seatedAlready' });
  const waiting = await tx.judgeInvitation.count({
    where: { contestId, acceptedById: personId, confirmedAt: null, withdrawnAt: null },
  });
  if (waiting > 0) throw new NotNow({ key: 'judging:refusals.waitingAlready' });
}
