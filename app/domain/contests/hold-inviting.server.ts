import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { hidesTeams, takesTeams } from './contest.ts';
import { insistThat, whyNotInviteTeams } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { lockContest } from './lock-contest.server.ts';

/** A contest that teams may be asked into, held by an officer who may ask. Throws NotAllowed, and NotNow before the opening and after the deadline. */
export async function holdInviting(tx: Tx, { by, slug }: { by: Actor; slug: string }) {
  const contest = await lockContest(tx, { slug });
  const rules = readRules(contest.rules[0]?.body);
  const rounds = await tx.round.findMany({ where: { contestId: contest.id }, select: { blind: true, state: true } });
  insistThat(whyNotInviteTeams(by, { ...contest, blindNow: hidesTeams({ ...contest, rounds }) }));
  if (!takesTeams(contest, now())) throw new NotNow({ key: 'organising:teams.notNow' });
  return { ...contest, rules };
}
