import type { Actor } from '#app/domain/people/actor.ts';
import { unitLabel, unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken } from '#app/platform/link-token.server.ts';
import { takesEntries, takesTeams } from './contest.ts';
import { entryInvitationState, namedMember } from './entry-invitation.ts';
import { whyNotOpening } from './hold-entry-invitation.server.ts';

/**
 * What the page behind a link shows. Looking uses nothing up. Whom else the office named is shown to the person alone whose address the
 * letter went to; the lead who took it sees how far the entry is.
 */
export async function findEntryInvitation({ token, by }: { token: string; by: Actor | null }) {
  const row = await db.entryInvitation.findUnique({
    where: { tokenHash: hashOfLinkToken(token) },
    relationLoadStrategy: 'join',
    select: {
      email: true,
      leadName: true,
      leadBirthDate: true,
      teamName: true,
      title: true,
      division: true,
      members: true,
      expiresAt: true,
      acceptedAt: true,
      acceptedById: true,
      declinedAt: true,
      withdrawnAt: true,
      unit: { select: { name: true, kind: true, province: { select: { name: true } } } },
      by: { select: { fullName: true } },
      idea: { select: { id: true, slug: true, state: true } },
      contest: {
        select: {
          id: true,
          slug: true,
          name: true,
          state: true,
          opensAt: true,
          closesAt: true,
          suspendedAt: true,
          openedAt: true,
          host: { select: { name: true, kind: true, code: true } },
          divisions: { select: { slug: true, name: true } },
        },
      },
    },
  });
  if (row === null) return { open: false as const, because: { key: 'people:refusals.linkUnknown' }, mine: null };
  const at = now();
  const { contest, idea } = row;
  const state = entryInvitationState(row, at);
  const told = {
    contest: {
      slug: contest.slug,
      name: contest.name,
      host: unitTitle(contest.host),
      opensAt: contest.opensAt,
      closesAt: contest.closesAt,
      takesEntries: takesEntries(contest, at),
    },
    title: row.title,
    team: row.teamName,
    division: contest.divisions.find(({ slug }) => slug === row.division)?.name ?? null,
    unit: row.unit === null ? null : unitLabel(row.unit),
  };
  if (state === 'accepted' && by !== null && row.acceptedById === by.id) {
    const entry =
      idea === null
        ? null
        : await db.entry.findFirst({
            where: { contestId: contest.id, ideaId: idea.id, withdrawal: null },
            select: { number: true },
          });
    return { open: false as const, because: whyNotOpening.accepted, mine: { ...told, idea, entry } };
  }
  if (state !== 'open') return { open: false as const, because: whyNotOpening[state], mine: null };
  if (!takesTeams(contest, at)) {
    return { open: false as const, because: { key: 'contests:refusals.entriesClosed' }, mine: null };
  }
  const me =
    by === null
      ? null
      : await db.person.findUniqueOrThrow({
          where: { id: by.id },
          select: { fullName: true, email: true, emailVerifiedAt: true },
        });
  const proved = me !== null && me.emailVerifiedAt !== null && me.email === row.email;
  return {
    open: true as const,
    ...told,
    by: row.by.fullName,
    email: row.email,
    leadName: row.leadName,
    leadBirthDate: row.leadBirthDate,
    expiresAt: row.expiresAt,
    members: proved ? namedMember.array().parse(row.members) : [],
    me: me === null ? null : { name: me.fullName, proved },
  };
}
