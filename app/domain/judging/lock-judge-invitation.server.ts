import { insistThat, whyNotAppoint } from '#app/domain/contests/contest-access.ts';
import { lockContest } from '#app/domain/contests/lock-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { invitationState } from './judge-invitation.ts';

/** An invitation of this contest as its officers hold it until the transaction ends. Throws NotFound and NotAllowed. */
export async function lockJudgeInvitation(tx: Tx, { by, slug, id }: { by: Actor; slug: string; id: string }) {
  const contest = await lockContest(tx, { slug });
  insistThat(whyNotAppoint(by, contest, 'JUDGE'));
  if (!isUuid(id)) throw new NotFound();
  const invitation = await tx.judgeInvitation.findFirst({ where: { id, contestId: contest.id } });
  if (invitation === null) throw new NotFound();
  return { contest, invitation, state: invitationState(invitation, now()) };
}
