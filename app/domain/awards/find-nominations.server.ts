import { insistThat, whyNotNominate } from '#app/domain/contests/contest-access.ts';
import { upwardsFrom } from '#app/domain/contests/contest-rules.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { awardedNow } from './awarded-now.server.ts';
import { findUnitAbove } from './find-unit-above.server.ts';
import { nominationState } from './nomination.ts';
import { answerColumns, answersOf } from './nomination-answers.server.ts';

/**
 * What of a contest may go to the unit above, and where each nomination stands: how many have agreed, not who. For those who nominate.
 * The number of queries does not depend on the entries.
 */
export async function findNominations({ slug, by }: { slug: string; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotNominate(by, { id: contest.id, hostPath: contest.hostPath }));
  const at = now();
  const [above, awarded] = await Promise.all([
    findUnitAbove(db, contest.host.id),
    contest.state === 'PUBLISHED'
      ? awardedNow(db, { contestId: contest.id })
      : new Map<string, { award: number; name: string }>(),
  ]);
  const entries = await db.entry.findMany({
    where: {
      contestId: contest.id,
      OR: [{ id: { in: [...awarded.keys()] } }, { nominations: { some: { withdrawnAt: null } } }],
    },
    orderBy: { number: 'asc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      number: true,
      divisionId: true,
      version: { select: { title: true } },
      nominations: {
        orderBy: { at: 'desc' },
        take: 1,
        select: {
          ...answerColumns,
          id: true,
          at: true,
          acceptedAt: true,
          declinedAt: true,
          withdrawnAt: true,
          reason: true,
        },
      },
    },
  });
  const rows = entries.map(({ id, nominations: [newest], version, ...entry }) => {
    const answers = newest === undefined ? null : answersOf(newest, at);
    return {
      ...entry,
      title: version.title,
      award: awarded.get(id) ?? null,
      nomination:
        newest === undefined || answers === null
          ? null
          : {
              id: newest.id,
              at: newest.at,
              state: nominationState(newest, answers.complete),
              reason: newest.reason,
              given: answers.given,
              people: answers.people.length,
            },
    };
  });
  const quotas = contest.divisions.flatMap(({ slug: division }) => upwardsFrom(contest.rules, division) ?? []);
  return {
    contest,
    above: above === null ? null : { name: unitTitle(above) },
    /** The most any division may send; null where none may. */
    quota: quotas.length === 0 ? null : Math.max(...quotas),
    divisions: contest.divisions
      .map((division) => {
        const own = rows.filter(({ divisionId }) => divisionId === division.id);
        const used = own.filter(({ nomination }) => nomination !== null && nomination.state !== 'withdrawn').length;
        return {
          slug: division.slug,
          name: division.name,
          used,
          quota: upwardsFrom(contest.rules, division.slug),
          rows: own
            .map(({ divisionId: _, ...row }) => row)
            .sort((a, b) => (a.award?.award ?? 99) - (b.award?.award ?? 99) || a.number - b.number),
        };
      })
      .filter((division) => division.rows.length > 0),
  };
}
