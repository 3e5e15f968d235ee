import { isComplete } from '#app/domain/awards/nomination-answers.server.ts';
import type { EventKind } from '#app/domain/history/event.ts';
import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { dayOf } from '#app/domain/people/day.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { contestTellers } from './contest-tellers.server.ts';
import { mentoringTellers } from './mentoring-tellers.server.ts';
import type { LetterKind, NoticeKind, Subject } from './notice.ts';
import { sponsorshipTellers } from './sponsorship-tellers.server.ts';
import { idIn, type News, nearestStaff, nothing, officersOf, type Teller, teamOf } from './teller.server.ts';

async function teamOfEntry(tx: Tx, entryId: string): Promise<string[]> {
  const members = await tx.entryMember.findMany({ where: { entryId }, select: { personId: true } });
  return members.map((member) => member.personId);
}

function toThePerson(kind: NoticeKind, options: { letter?: boolean } = {}): Teller {
  return async (_tx, event) => {
    if (event.personId === null) return nothing;
    const subject: Subject = {
      unitId: event.unitId ?? undefined,
      contestId: event.contestId ?? undefined,
      roleId: idIn(event, 'roleId'),
      membershipId: idIn(event, 'membershipId'),
      consentId: idIn(event, 'consentId'),
    };
    return { told: [{ people: [event.personId], kind, subject, letter: options.letter }] };
  };
}

/** A notice for the one who did it, for whoever else looks at their account. */
function toThePersonToo(kind: NoticeKind): Teller {
  return async (_tx, event) =>
    event.personId === null ? nothing : { told: [{ people: [event.personId], kind, subject: {} }] };
}

/** A letter to a person's verified address, also about what they did themselves: it may have been somebody else. */
function writtenTo(kind: LetterKind): Teller {
  return async (tx, event) => {
    const person = await tx.person.findFirst({
      where: { id: event.personId ?? '', email: { not: null }, emailVerifiedAt: { not: null }, closedAt: null },
      select: { id: true, email: true, language: true },
    });
    if (person === null) return nothing;
    const { id: personId, email, language } = person;
    return { addressed: [{ to: email!, personId, kind, language, subject: {} }] };
  };
}

/** What a person did themselves is no news to them. */
function byAnother(teller: Teller): Teller {
  return async (tx, event) => (event.byId === event.personId ? nothing : teller(tx, event));
}

function toTheTeam(kind: NoticeKind, options: { letter?: boolean } = {}): Teller {
  return async (tx, event) => {
    if (event.ideaId === null) return nothing;
    const subject: Subject = { ideaId: event.ideaId, submissionId: idIn(event, 'submissionId') };
    return { told: [{ people: await teamOf(tx, event.ideaId), kind, subject, letter: options.letter }] };
  };
}

async function wasPublishedBefore(tx: Tx, ideaId: string): Promise<boolean> {
  return (await tx.submission.count({ where: { ideaId, decision: { kind: 'PUBLISHED' } } })) > 1;
}

/** Those who asked to hear of an idea; in the site alone. */
export function toFollowers(kind: NoticeKind): Teller {
  return async (tx, event) => {
    if (event.ideaId === null) return nothing;
    const follows = await tx.ideaFollow.findMany({
      where: { ideaId: event.ideaId, endedAt: null, idea: { publishedVersionId: { not: null } } },
      select: { personId: true },
    });
    return { told: [{ people: follows.map((one) => one.personId), kind, subject: { ideaId: event.ideaId } }] };
  };
}

function toThePersonOfTheIdea(kind: NoticeKind, options: { letter?: boolean } = {}): Teller {
  return async (_tx, event) => {
    if (event.personId === null || event.ideaId === null) return nothing;
    const subject: Subject = { ideaId: event.ideaId, handoverId: idIn(event, 'handoverId') };
    return { told: [{ people: [event.personId], kind, subject, letter: options.letter }] };
  };
}

function toTheOwner(kind: NoticeKind): Teller {
  return async (tx, event) => {
    if (event.ideaId === null) return nothing;
    const idea = await tx.idea.findUnique({ where: { id: event.ideaId }, select: { ownerId: true } });
    if (idea === null) return nothing;
    const subject: Subject = { ideaId: event.ideaId, memberId: idIn(event, 'memberId') };
    return { told: [{ people: [idea.ownerId], kind, subject }] };
  };
}

function toTheTeamOfTheEntry(kind: NoticeKind, options: { letter?: boolean } = {}): Teller {
  return async (tx, event) => {
    if (event.entryId === null || event.contestId === null) return nothing;
    const subject: Subject = {
      entryId: event.entryId,
      contestId: event.contestId,
      ideaId: event.ideaId ?? undefined,
    };
    return { told: [{ people: await teamOfEntry(tx, event.entryId), kind, subject, letter: options.letter }] };
  };
}

/** The team hears what came of its appeal; where it changed a result, every captain is sent the root of the newer record. */
const appealDecided: Teller = async (tx, event) => {
  const { told = [] } = await toTheTeamOfTheEntry('appeal-decided', { letter: true })(tx, event);
  const { upheld, record } = event.payload;
  if (event.contestId === null || upheld !== true || typeof record !== 'number') return { told };
  const captains = await tx.entryMember.findMany({
    where: { kind: 'LEAD', entry: { contestId: event.contestId, withdrawal: null } },
    select: { personId: true },
    distinct: ['personId'],
  });
  const people = captains.map(({ personId }) => personId);
  const subject: Subject = { contestId: event.contestId, roundId: idIn(event, 'roundId'), record };
  return { told: [...told, { people, kind: 'results-changed', subject, letter: true }] };
};

/** Chair, secretary, and whoever sent the invitation. */
function toOfficersAndInviter(kind: NoticeKind): Teller {
  return async (tx, event) => {
    const id = idIn(event, 'invitationId');
    const invitation = id && (await tx.judgeInvitation.findUnique({ where: { id } }));
    if (!invitation) return nothing;
    const people = [...(await officersOf(tx, invitation.contestId)), invitation.byId];
    return { told: [{ people, kind, subject: { contestId: invitation.contestId } }] };
  };
}

/** A letter to an address an office wrote down; whether an account stands behind it decides the language alone. */
async function letterTo(
  tx: Tx,
  kind: LetterKind,
  { id, contestId, email }: { id: string; contestId: string; email: string },
): Promise<News> {
  const owner = await tx.person.findFirst({
    where: { email, emailVerifiedAt: { not: null }, closedAt: null },
    select: { id: true, language: true },
  });
  const subject: Subject = { contestId, invitationId: id };
  return { addressed: [{ to: email, personId: owner?.id ?? null, language: owner?.language, kind, subject }] };
}

const toTheInvitedLead: Teller = async (tx, event) => {
  const id = idIn(event, 'invitationId');
  const invitation = id && (await tx.entryInvitation.findUnique({ where: { id } }));
  if (!invitation || invitation.email === null || invitation.withdrawnAt !== null || invitation.acceptedAt !== null) {
    return nothing;
  }
  return letterTo(tx, 'entry-invitation', { ...invitation, email: invitation.email });
};

function byMailToken(kind: (event: HistoryEvent) => LetterKind): Teller {
  return async (tx, event) => {
    const mailTokenId = idIn(event, 'mailTokenId');
    const token = mailTokenId && (await tx.mailToken.findUnique({ where: { id: mailTokenId } }));
    if (!token) return nothing;
    return {
      addressed: [{ to: token.email, personId: token.personId, kind: kind(event), subject: { mailTokenId: token.id } }],
    };
  };
}

const toJudgesOfTheRound: Teller = async (tx, event) => {
  const roundId = idIn(event, 'roundId');
  if (roundId === undefined || event.contestId === null) return nothing;
  const judgeId = idIn(event, 'judgeId');
  const judges = await tx.judge.findMany({
    where: {
      ...(judgeId === undefined ? {} : { id: judgeId }),
      roleGrant: { endedAt: null },
      scoresheets: { some: { roundId, submittedAt: null, round: { state: 'OPEN' } } },
    },
    select: { personId: true },
  });
  const people = judges.map((judge) => judge.personId);
  const subject: Subject = { contestId: event.contestId, roundId };
  return { told: [{ people, kind: 'sheets-assigned', subject, letter: true }] };
};

const nominationAnswered: Teller = async (tx, event) => {
  if (event.contestId === null || event.entryId === null) return nothing;
  const subject: Subject = { contestId: event.contestId, entryId: event.entryId };
  return {
    told: [
      { people: await officersOf(tx, event.contestId), kind: 'nomination-answered', subject },
      { people: await teamOfEntry(tx, event.entryId), kind: 'own-nomination-answered', subject },
    ],
  };
};

/** Organisers of the receiving unit hear of a package once everyone has agreed, and only while they still do. */
async function tellReceivers(tx: Tx, nominationId: string | undefined): Promise<News> {
  if (nominationId === undefined || !(await isComplete(tx, nominationId))) return nothing;
  const { toUnitId } = await tx.nomination.findUniqueOrThrow({
    where: { id: nominationId },
    select: { toUnitId: true },
  });
  const people = await nearestStaff(tx, toUnitId, ['ORGANISER']);
  return { told: [{ people, kind: 'nomination-ready', subject: { nominationId, unitId: toUnitId } }] };
}

/** Who is told of which event, and by mail too or not. What is not here is told to nobody. */
export const tellers: Partial<Record<EventKind, Teller>> = {
  'person.signed-up': byMailToken(() => 'verify-mail'),
  'person.verification-asked': byMailToken(() => 'verify-mail'),
  'person.password-reset-asked': byMailToken((event) => (event.payload.again ? 'signed-up-again' : 'reset-password')),
  'person.mail-change-asked': async (tx, event) => {
    if (event.payload.taken) return writtenTo('mail-wanted')(tx, event);
    return byMailToken(() => 'mail-change')(tx, event);
  },
  'person.mail-changed': async (tx, event) => ({
    ...(await toThePersonToo('mail-changed')(tx, event)),
    ...(await byMailToken(() => 'mail-changed')(tx, event)),
  }),
  'person.password-changed': writtenTo('password-changed'),
  'person.second-factor-set': writtenTo('second-factor-set'),
  'person.second-factor-ended': writtenTo('second-factor-ended'),
  'person.second-factor-reset': async (tx, event) => ({
    ...(await toThePerson('second-factor-reset')(tx, event)),
    ...(await writtenTo('second-factor-reset')(tx, event)),
  }),
  'person.recovery-code-used': writtenTo('recovery-code-used'),
  'person.closing-asked': byMailToken(() => 'account-closed'),
  'consent.asked': async (tx, event) => {
    const consentId = idIn(event, 'consentId');
    const consent = consentId && (await tx.consent.findUnique({ where: { id: consentId } }));
    if (!consent || consent.guardianMail === null || consent.withdrawnAt !== null) return nothing;
    const subject: Subject = { consentId: consent.id };
    return { addressed: [{ to: consent.guardianMail, personId: null, kind: 'guardian-consent', subject }] };
  },
  'consent.given': async (tx, event) => {
    const person = await byAnother(toThePerson('consent-given'))(tx, event);
    if (event.payload.purpose !== 'NOMINATE') return person;
    const consent = await tx.consent.findUnique({
      where: { id: idIn(event, 'consentId') ?? '' },
      select: { nominationId: true },
    });
    const receivers = await tellReceivers(tx, consent?.nominationId ?? undefined);
    return { told: [...(person.told ?? []), ...(receivers.told ?? [])] };
  },
  'consent.refused': toThePerson('consent-refused'),

  'membership.claimed': async (tx, event) => {
    if (event.unitId === null) return nothing;
    const subject: Subject = { unitId: event.unitId, membershipId: idIn(event, 'membershipId') };
    return { told: [{ people: await nearestStaff(tx, event.unitId), kind: 'membership-claimed', subject }] };
  },
  'membership.confirmed': toThePerson('membership-confirmed', { letter: true }),
  'membership.declined': toThePerson('membership-declined', { letter: true }),
  'role.granted': toThePerson('role-granted', { letter: true }),
  'membership.ended': byAnother(toThePerson('membership-ended', { letter: true })),
  'person.birth-date-corrected': toThePerson('birth-date-corrected', { letter: true }),
  'role.ended': toThePerson('role-ended'),
  'role.carried-over': toThePerson('role-carried-over', { letter: true }),
  // A merger that is carried out at once tells each of the role that went over; one to come, of the day.
  'unit.merged': async (tx, event) => {
    if (event.unitId === null || String(event.payload.on) <= dayOf(event.at)) return nothing;
    const roles = await tx.roleGrant.findMany({
      where: { unitId: event.unitId, endedAt: null, OR: [{ until: null }, { until: { gt: now() } }] },
      select: { personId: true },
    });
    const people = roles.map(({ personId }) => personId);
    return { told: [{ people, kind: 'unit-merging', subject: { unitId: event.unitId }, letter: true }] };
  },

  'idea.submitted': async (tx, event) => {
    if (event.ideaId === null) return nothing;
    const idea = await tx.idea.findUnique({ where: { id: event.ideaId }, select: { unitId: true } });
    const people = await nearestStaff(tx, event.unitId ?? idea?.unitId ?? null, ['MODERATOR']);
    const subject: Subject = { ideaId: event.ideaId, submissionId: idIn(event, 'submissionId') };
    return { told: [{ people, kind: 'idea-submitted', subject }] };
  },
  'idea.published': async (tx, event) => {
    const team = await toTheTeam('idea-published', { letter: true })(tx, event);
    const again = event.ideaId !== null && (await wasPublishedBefore(tx, event.ideaId));
    const followers = again ? await toFollowers('followed-renewed')(tx, event) : nothing;
    return { told: [...(team.told ?? []), ...(followers.told ?? [])] };
  },
  'idea.returned': toTheTeam('idea-returned', { letter: true }),
  'idea.declined': toTheTeam('idea-declined', { letter: true }),
  // What the lead withdraws the team hears from the lead; what staff take down, from the site.
  'idea.withdrawn': async (tx, event) =>
    event.payload.byStaff === true ? toTheTeam('idea-taken-down', { letter: true })(tx, event) : nothing,
  'idea.stage-changed': toFollowers('followed-stage'),
  'idea-lead.offered': toThePersonOfTheIdea('lead-offered', { letter: true }),
  'idea-lead.taken': toThePersonOfTheIdea('lead-taken'),
  'idea-lead.declined': toThePersonOfTheIdea('lead-declined'),
  'idea-member.invited': async (tx, event) => {
    const memberId = idIn(event, 'memberId');
    const member = memberId && (await tx.ideaMember.findUnique({ where: { id: memberId } }));
    if (!member || member.confirmedAt !== null || member.declinedAt !== null) return nothing;
    const subject: Subject = { ideaId: member.ideaId, memberId: member.id };
    const owner =
      member.personId === null && member.invitedMail !== null
        ? await tx.person.findUnique({
            where: { email: member.invitedMail },
            select: { id: true, emailVerifiedAt: true },
          })
        : null;
    const personId = member.personId ?? (owner?.emailVerifiedAt ? owner.id : null);
    if (personId !== null) return { told: [{ people: [personId], kind: 'idea-invitation', subject, letter: true }] };
    if (member.invitedMail === null) return nothing;
    return { addressed: [{ to: member.invitedMail, personId: null, kind: 'idea-invitation', subject }] };
  },
  'idea-member.confirmed': toTheOwner('idea-member-confirmed'),
  'idea-member.declined': toTheOwner('idea-member-declined'),
  'idea-member.left': toTheOwner('idea-member-left'),

  'entry.made': toTheTeamOfTheEntry('entry-made', { letter: true }),
  'entry.withdrawn': toTheTeamOfTheEntry('entry-withdrawn'),
  'entry.outside-set': toTheTeamOfTheEntry('entry-outside', { letter: true }),
  // Where one rule takes the place of another, the team goes on outside the competition and hears that alone.
  'entry.outside-ended': async (tx, event) =>
    event.payload.rule === undefined ? toTheTeamOfTheEntry('entry-competes', { letter: true })(tx, event) : nothing,

  'judge-invitation.made': async (tx, event) => {
    const id = idIn(event, 'invitationId');
    const invitation = id && (await tx.judgeInvitation.findUnique({ where: { id } }));
    if (!invitation || invitation.email === null || invitation.withdrawnAt !== null) return nothing;
    return letterTo(tx, 'judge-invitation', { ...invitation, email: invitation.email });
  },
  'entry-invitation.made': toTheInvitedLead,
  'entry-invitation.resent': toTheInvitedLead,
  'judge-invitation.accepted': toOfficersAndInviter('judge-accepted'),
  'judge-invitation.declined': toOfficersAndInviter('judge-declined'),
  'judge-invitation.withdrawn': toThePerson('judge-refused'),
  'judge.appointed': toThePerson('judge-appointed', { letter: true }),
  // Judges see their sheets once the round is open; what is given to somebody after that is told to them alone.
  'round.opened': toJudgesOfTheRound,
  'assignment.applied': toJudgesOfTheRound,
  'round.reminded': toJudgesOfTheRound,
  'reopening.asked': async (tx, event) => {
    if (event.contestId === null) return nothing;
    const subject: Subject = { contestId: event.contestId, roundId: idIn(event, 'roundId') };
    return { told: [{ people: await officersOf(tx, event.contestId), kind: 'reopening-asked', subject }] };
  },
  'reopening.decided': async (tx, event) => {
    const id = idIn(event, 'reopeningId');
    const row =
      id &&
      (await tx.reopening.findUnique({
        where: { id },
        select: { scoresheet: { select: { judge: { select: { personId: true } } } } },
      }));
    if (!row || event.contestId === null) return nothing;
    const subject: Subject = { contestId: event.contestId, roundId: idIn(event, 'roundId') };
    return { told: [{ people: [row.scoresheet.judge.personId], kind: 'reopening-decided', subject }] };
  },
  'scoresheet.recused': async (tx, event) => {
    if (event.contestId === null) return nothing;
    const subject: Subject = { contestId: event.contestId, roundId: idIn(event, 'roundId') };
    return { told: [{ people: await officersOf(tx, event.contestId), kind: 'judge-recused', subject }] };
  },
  'appeal.made': async (tx, event) => {
    if (event.contestId === null) return nothing;
    const subject: Subject = { contestId: event.contestId, roundId: idIn(event, 'roundId') };
    return { told: [{ people: await officersOf(tx, event.contestId), kind: 'appeal-made', subject }] };
  },
  'appeal.decided': appealDecided,
  'nomination.made': toTheTeamOfTheEntry('nomination-asked', { letter: true }),
  'nomination.consented': (tx, event) => tellReceivers(tx, idIn(event, 'nominationId')),
  'nomination.accepted': nominationAnswered,
  'nomination.declined': nominationAnswered,
  'round.published': async (tx, event) => {
    if (event.contestId === null) return nothing;
    const members = await tx.entryMember.findMany({
      where: { entry: { contestId: event.contestId, withdrawal: null } },
      select: { personId: true },
      distinct: ['personId'],
    });
    const people = members.map((member) => member.personId);
    const subject: Subject = { contestId: event.contestId, roundId: idIn(event, 'roundId') };
    return { told: [{ people, kind: 'round-published', subject, letter: true }] };
  },

  ...contestTellers,
  ...mentoringTellers,
  ...sponsorshipTellers,
};
