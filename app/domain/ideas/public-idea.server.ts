import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { awardSlug } from './award-slug.ts';
import { blindAmong } from './blind-ideas.server.ts';
import { isBeingJudged } from './endorsement.ts';
import { sectionColumns } from './idea-text.ts';
import type { PublicIdea } from './public-idea.ts';
import { placeColumns, publicTeam, publicTeamColumns } from './public-team.server.ts';

/**
 * Those of these ideas that everybody may read, as everybody may read them at this moment, in the order of `ids`. What
 * is unknown, not published or withdrawn is left out. Three queries, however many ids.
 */
export async function publicIdeas(ids: string[]): Promise<PublicIdea[]> {
  if (ids.length === 0) return [];
  const on = now();
  const [rows, blind] = await Promise.all([
    db.idea.findMany({
      where: { id: { in: ids }, publishedVersionId: { not: null }, state: { not: 'WITHDRAWN' } },
      relationLoadStrategy: 'join',
      select: {
        id: true,
        slug: true,
        fieldId: true,
        stage: true,
        lookingFor: true,
        publishedAt: true,
        publishedVersion: { select: sectionColumns },
        unit: { select: placeColumns },
        province: { select: placeColumns },
        members: publicTeamColumns,
        _count: { select: { endorsements: { where: { withdrawnAt: null } } } },
        entries: {
          where: { withdrawal: { is: null }, contest: { state: { not: 'DRAFT' } } },
          select: {
            contestId: true,
            contest: { select: { state: true } },
            outcomes: { select: { roundId: true, edition: true, awardName: true } },
          },
          orderBy: { enteredAt: 'asc' },
        },
      },
    }),
    blindAmong(db, ids),
  ]);
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows
    .sort((one, other) => place.get(one.id)! - place.get(other.id)!)
    .map(({ publishedVersion, members, unit, province, entries, _count, ...idea }) => {
      const team = publicTeam({ members, unit, province, blind: blind.has(idea.id), on });
      return {
        ...idea,
        ...publishedVersion!,
        publishedAt: idea.publishedAt!,
        province: named(team.province),
        unit: named(team.unit),
        unitIds: unitIds(team.unit ?? team.province),
        contestIds: [...new Set(entries.map((entry) => entry.contestId))],
        awards: [...new Set(entries.flatMap(({ outcomes }) => awardsOf(outcomes)))],
        authorNames: team.names,
        endorsements: isBeingJudged(entries) ? 0 : _count.endorsements,
      };
    });
}

/** Of each round the last edition counts. */
function awardsOf(outcomes: { roundId: string; edition: number; awardName: string | null }[]): string[] {
  const given = outcomes.filter(
    ({ roundId, edition, awardName }) =>
      awardName !== null && !outcomes.some((other) => other.roundId === roundId && other.edition > edition),
  );
  return given.map(({ awardName }) => awardSlug(awardName!));
}

function named(unit: { id: number; slug: string; name: string } | null) {
  return unit === null ? null : { id: unit.id, slug: unit.slug, name: unit.name };
}

function unitIds(unit: { path: string } | null): number[] {
  return unit === null ? [] : unit.path.split('/').filter(Boolean).map(Number);
}
