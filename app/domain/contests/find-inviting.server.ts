import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { takesTeams } from './contest.ts';
import { insistThat, whyNotInviteTeams } from './contest-access.ts';
import { findManagedContest } from './find-managed-contest.server.ts';

/** A contest as somebody sees it who asks teams in. Throws NotFound, NotAllowed, and NotNow where none can be asked any more. */
export async function findInviting({ slug, by }: { slug: string; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotInviteTeams(by, { ...contest, blindNow: contest.hidesTeams }));
  if (!takesTeams(contest, now())) throw new NotNow({ key: 'organising:teams.notNow' });
  return { contest };
}
