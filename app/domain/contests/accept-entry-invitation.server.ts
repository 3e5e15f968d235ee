import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { largestTeam, mostDrafts } from '#app/domain/ideas/idea.ts';
import { layDraft } from '#app/domain/ideas/lay-draft.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotNow } from '#app/domain/refusal.ts';
import { isCurrent } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { namedMember } from './entry-invitation.ts';
import { holdEntryInvitation } from './hold-entry-invitation.server.ts';

/**
 * The lead takes what the office has prepared: a draft of the idea, their own, with everybody else asked in by mail; whoever has no address
 * the lead asks in. Nothing is entered yet, and what the office wrote of birth dates and members is forgotten. Throws NotAllowed for
 * whoever's address the letter did not go to, and for a judge of this contest; NotNow where the link opens nothing (any more).
 */
export async function acceptEntryInvitation({
  by,
  token,
}: {
  by: Actor;
  token: string;
}): Promise<{ ideaId: string; slug: string }> {
  return db.$transaction(async (tx) => {
    const { contest, invitation } = await holdEntryInvitation(tx, { token });
    await tx.$queryRaw`select 1 from "Person" where id = ${by.id}::uuid for update`;
    const person = await tx.person.findUniqueOrThrow({
      where: { id: by.id },
      select: { email: true, emailVerifiedAt: true },
    });
    if (person.emailVerifiedAt === null || person.email !== invitation.email) {
      throw new NotAllowed({ key: 'contests:invited.otherAddress' });
    }
    const judging = await tx.judge.count({
      where: { contestId: contest.id, personId: by.id, roleGrant: { endedAt: null } },
    });
    if (judging > 0) throw new NotAllowed({ key: 'contests:invited.judges' });
    const drafts = await tx.idea.count({ where: { ownerId: by.id, state: 'DRAFT' } });
    if (drafts >= mostDrafts) throw new NotNow({ key: 'ideas:refusals.tooManyDrafts', values: { max: mostDrafts } });
    const at = now();
    const unit =
      invitation.unitId === null
        ? null
        : await tx.unit.findUnique({
            where: { id: invitation.unitId },
            select: { id: true, provinceId: true, startsOn: true, endsOn: true },
          });
    const idea = await layDraft(tx, {
      by,
      title: invitation.title,
      unit: unit !== null && isCurrent(unit, at) ? unit : undefined,
    });
    const asked = namedMember
      .array()
      .parse(invitation.members)
      .flatMap(({ email }) => email ?? [])
      .slice(0, largestTeam - 1);
    for (const invitedMail of asked) {
      const member = await tx.ideaMember.create({
        data: { ideaId: idea.id, invitedMail, invitedById: by.id, invitedAt: at },
        select: { id: true },
      });
      await recordEvent(tx, {
        kind: 'idea-member.invited',
        by: by.id,
        ideaId: idea.id,
        payload: { memberId: member.id },
      });
    }
    await tx.entryInvitation.update({
      where: { id: invitation.id },
      data: { acceptedById: by.id, acceptedAt: at, ideaId: idea.id, leadBirthDate: null, members: [] },
    });
    await recordEvent(tx, {
      kind: 'entry-invitation.accepted',
      by: by.id,
      personId: by.id,
      contestId: contest.id,
      ideaId: idea.id,
      payload: { invitationId: invitation.id },
    });
    return { ideaId: idea.id, slug: idea.slug };
  });
}
