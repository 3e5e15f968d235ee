import type { Actor } from '#app/domain/people/actor.ts';
import { unitLabel } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { takesTeams } from './contest.ts';
import { insistThat, whyNotInviteTeams } from './contest-access.ts';
import { type EntryProgress, entryInvitationState, entryStates } from './entry-invitation.ts';
import { findManagedContest } from './find-managed-contest.server.ts';

export const invitationsPerPage = 100;

/**
 * The teams that were asked into a contest, a page of those in one state or of all, newest first, with how many there are in each state.
 * Four queries beside the contest's own, however many teams. Throws NotFound and NotAllowed.
 */
export async function findEntryInvitations({
  slug,
  by,
  progress,
  page,
}: {
  slug: string;
  by: Actor;
  progress: EntryProgress | null;
  page: number;
}) {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotInviteTeams(by, { ...contest, blindNow: contest.hidesTeams }));
  const at = now();
  const [states, entered] = await Promise.all([
    db.entryInvitation.findMany({
      where: { contestId: contest.id },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        ideaId: true,
        expiresAt: true,
        acceptedAt: true,
        declinedAt: true,
        withdrawnAt: true,
      },
    }),
    db.entry.findMany({
      where: { contestId: contest.id, withdrawal: null },
      select: { ideaId: true, number: true },
    }),
  ]);
  const numbers = new Map(entered.map(({ ideaId, number }) => [ideaId, number]));
  const stood = states.map((row) => {
    const entry = row.ideaId === null ? null : (numbers.get(row.ideaId) ?? null);
    const state: EntryProgress = entry === null ? entryInvitationState(row, at) : 'entered';
    return { id: row.id, entry, state };
  });
  const counts = Object.fromEntries(
    entryStates.map((state) => [state, stood.filter((one) => one.state === state).length]),
  ) as Record<EntryProgress, number>;
  const wanted = progress === null ? stood : stood.filter(({ state }) => state === progress);
  const shown = wanted.slice((page - 1) * invitationsPerPage, page * invitationsPerPage);
  const rows = await db.entryInvitation.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      email: true,
      leadName: true,
      teamName: true,
      title: true,
      division: true,
      sentAt: true,
      expiresAt: true,
      acceptedAt: true,
      unit: { select: { name: true, kind: true, province: { select: { name: true } } } },
      acceptedBy: { select: { fullName: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const divisions = new Map(contest.divisions.map(({ slug: address, name }) => [address, name]));
  return {
    contest,
    open: takesTeams(contest, at),
    counts,
    total: wanted.length,
    pages: Math.max(1, Math.ceil(wanted.length / invitationsPerPage)),
    invitations: shown.flatMap(({ id, entry, state }) => {
      const row = byId.get(id);
      if (row === undefined) return [];
      const { unit, acceptedBy, division, ...rest } = row;
      return {
        ...rest,
        lead: acceptedBy?.fullName ?? row.leadName,
        division: division === null ? null : (divisions.get(division) ?? null),
        unit: unit === null ? null : unitLabel(unit),
        entry,
        state,
      };
    }),
  };
}
