import { problemWithBirthDate } from '#app/domain/people/check-new-account.server.ts';
import { matchUnits } from '#app/domain/units/match-units.server.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type { ContestRules } from './contest-rules.ts';
import { type RawTeam, sameTeam, type TeamFacts } from './team-table.ts';

type Contest = { id: string; host: Parameters<typeof unitTitle>[0] & { path: string }; rules: ContestRules };

/**
 * Everything a table of teams is held against. It tells of an address only what stands in this contest: who has an account is told by
 * nothing here. Seven queries, however many rows.
 */
export async function findTeamFacts(
  reader: Tx | typeof db,
  { contest, raw }: { contest: Contest; raw: readonly RawTeam[] },
): Promise<TeamFacts> {
  const at = now();
  const contestId = contest.id;
  const emails = [...new Set(raw.map(({ email }) => email.trim().toLowerCase()))];
  const person = { email: { in: emails }, emailVerifiedAt: { not: null }, closedAt: null };
  const [units, divisions, entered, invited, seated] = [
    await matchUnits({ texts: raw.map(({ unit }) => unit), preferred: contest.host.path }),
    await reader.division.findMany({ where: { contestId }, select: { slug: true, name: true } }),
    await reader.entryMember.findMany({
      where: { kind: 'LEAD', entry: { contestId, withdrawal: null }, person },
      select: { person: { select: { email: true } }, entry: { select: { ideaId: true } } },
    }),
    await reader.entryInvitation.findMany({
      where: {
        contestId,
        email: { in: emails },
        withdrawnAt: null,
        declinedAt: null,
        OR: [{ expiresAt: { gt: at } }, { acceptedAt: { not: null } }],
      },
      select: { email: true, title: true, ideaId: true },
    }),
    await reader.judge.findMany({
      where: { contestId, roleGrant: { endedAt: null }, person },
      select: { person: { select: { email: true } } },
    }),
  ];
  const leads = new Map<string, number>();
  const leadsOneMore = (email: string | null) => leads.set(email ?? '', (leads.get(email ?? '') ?? 0) + 1);
  const enteredIdeas = new Set(entered.map(({ entry }) => entry.ideaId));
  for (const one of entered) leadsOneMore(one.person.email);
  for (const one of invited) if (one.ideaId === null || !enteredIdeas.has(one.ideaId)) leadsOneMore(one.email);
  return {
    rules: contest.rules,
    at,
    host: { title: unitTitle(contest.host), path: contest.host.path },
    divisions,
    units,
    leads,
    judges: new Set(seated.map((one) => one.person.email ?? '')),
    invited: new Set(invited.map(({ email, title }) => sameTeam(email ?? '', title))),
    wrongBirthDate: (day) => problemWithBirthDate(day).birthDate ?? [],
  };
}
