import { randomUUID } from 'node:crypto';
import { recordEvents } from '#app/domain/history/record-events.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dateOfDay } from '#app/domain/people/day.ts';
import { tooMany } from '#app/domain/people/too-many.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { hashOfLinkToken, linkTokenFor } from '#app/platform/link-token.server.ts';
import { entryOfferUntil, teamLettersPerDay } from './entry-invitation.ts';
import { findTeamFacts } from './find-team-facts.server.ts';
import { holdInviting } from './hold-inviting.server.ts';
import { type RawTeam, readTeams } from './team-table.ts';

/**
 * Asks every team of a previewed table whose row has nothing wrong, all of them or none; rows are judged afresh under the lock of the
 * contest, and a letter follows to each lead. Nobody is entered by it, and no account is made. Throws NotValid where no row can be sent.
 */
export async function inviteTeams({
  by,
  slug,
  rows,
}: {
  by: Actor;
  slug: string;
  rows: readonly RawTeam[];
}): Promise<{ invited: number; left: number }> {
  return db.$transaction(
    async (tx) => {
      const contest = await holdInviting(tx, { by, slug });
      const right = readTeams(rows, await findTeamFacts(tx, { contest, raw: rows })).filter(
        ({ problems }) => Object.keys(problems).length === 0,
      );
      if (right.length === 0) throw new NotValid({ rows: [{ key: 'judging:problems.noRowRight' }] });
      const at = now();
      const sent = await tx.entryInvitation.count({
        where: { contestId: contest.id, sentAt: { gt: new Date(at.getTime() - 86_400_000) } },
      });
      if (sent + right.length > teamLettersPerDay) throw tooMany(86_400);
      const allowed = await countAgainst({ key: `team-tables:${contest.id}`, max: 100, seconds: 86_400 });
      if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
      const invitations = right.map(({ invitation }) => ({ id: randomUUID(), ...invitation }));
      await tx.entryInvitation.createMany({
        data: invitations.map(({ id, team, title, division, unit, leadName, email, birthDate, members }) => ({
          id,
          contestId: contest.id,
          email,
          leadName,
          leadBirthDate: birthDate === null ? null : dateOfDay(birthDate),
          teamName: team,
          title,
          division,
          unitId: unit?.id ?? null,
          members,
          tokenHash: hashOfLinkToken(linkTokenFor(id)),
          byId: by.id,
          at,
          sentAt: at,
          expiresAt: entryOfferUntil(contest, at),
        })),
      });
      await recordEvents(
        tx,
        invitations.map(({ id }) => ({
          kind: 'entry-invitation.made' as const,
          by: by.id,
          contestId: contest.id,
          payload: { invitationId: id },
        })),
      );
      return { invited: right.length, left: rows.length - right.length };
    },
    { timeout: 30_000 },
  );
}
