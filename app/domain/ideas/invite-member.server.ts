import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { largestTeam } from './idea.ts';
import { mayInvite } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea, type StandingIdea } from './lock-idea.server.ts';

/**
 * Invites somebody into the team, by mail address or user name. Nobody is a member before they have said so themselves.
 * An address is kept as it was typed and says nothing of whether an account stands behind it.
 */
export async function inviteMember({
  by,
  slug,
  whom,
}: {
  by: Actor;
  slug: string;
  whom: string;
}): Promise<{ id: string; slug: string }> {
  const allowed = await countAgainst({ key: `invite:${by.id}`, max: 30, seconds: 3600 });
  if (!allowed.ok) throw new NotNow({ key: 'ideas:refusals.tooManyInvitations' });
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayInvite(by, idea));
    const open = await tx.ideaMember.findMany({
      where: { ideaId: idea.id, leftAt: null, declinedAt: null },
      select: { personId: true, invitedMail: true, person: { select: { email: true } } },
    });
    if (open.length >= largestTeam) throw new NotNow({ key: 'ideas:refusals.teamFull', values: { max: largestTeam } });
    const invited = whom.includes('@') ? { invitedMail: whom.toLowerCase() } : await byUserName(tx, whom);
    const there = open.some((one) =>
      'personId' in invited
        ? one.personId === invited.personId
        : one.invitedMail === invited.invitedMail || one.person?.email === invited.invitedMail,
    );
    if (there) throw new NotValid({ whom: [{ key: 'ideas:problems.invitedAlready' }] });
    const member = await tx.ideaMember.create({
      data: { ideaId: idea.id, ...invited, invitedById: by.id, invitedAt: now() },
      select: { id: true },
    });
    await told(tx, { by, idea, member, personId: 'personId' in invited ? invited.personId : undefined });
    return { id: member.id, slug: idea.slug };
  });
}

async function byUserName(tx: Tx, userName: string): Promise<{ personId: string }> {
  const person = await tx.person.findFirst({
    where: { userName: { equals: userName.toLowerCase(), mode: 'insensitive' }, closedAt: null },
    select: { id: true },
  });
  if (person === null) throw new NotValid({ whom: [{ key: 'ideas:problems.noSuchName' }] });
  return { personId: person.id };
}

function told(
  tx: Tx,
  { by, idea, member, personId }: { by: Actor; idea: StandingIdea; member: { id: string }; personId?: string },
): Promise<void> {
  return recordEvent(tx, {
    kind: 'idea-member.invited',
    by: by.id,
    ideaId: idea.id,
    personId,
    payload: { memberId: member.id },
  });
}
