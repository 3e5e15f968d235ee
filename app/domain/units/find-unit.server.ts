import { consentColumns } from '#app/domain/people/consent.ts';
import { dayKept } from '#app/domain/people/day.ts';
import { compareNames } from '#app/domain/people/name-order.ts';
import { publicFace } from '#app/domain/people/publication.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { idsInPath, isCurrent, type UnitKind } from './unit.ts';

type Named = { id: number; slug: string; name: string };

export type UnitPage = {
  unit: Named & { kind: UnitKind; code: string | null; path: string; current: boolean };
  province: Named | null;
  /** From the centre down to the unit above. */
  above: Named[];
  below: (Named & { kind: UnitKind })[];
  /** `on` is the day, `2025-07-01`. */
  successors: (Named & { on: string })[];
  predecessors: (Named & { on: string })[];
  formerNames: string[];
  formerNamesLeftOut: number;
  ideas: number;
  contests: number;
  /** Who is in charge; without a name where that person has not agreed to be named. */
  staff: { kind: 'ORGANISER' | 'MODERATOR'; name: string | null }[];
};

const named = { id: true, slug: true, name: true } as const;
const formerNamesShown = 24;
const publicContestStates = ['OPEN', 'CLOSED', 'PUBLISHED'] as const;

/** What everybody may know of a unit, whether it still is or has merged into another; null where there never was one. */
export async function findUnit({ slug }: { slug: string }): Promise<UnitPage | null> {
  const at = now();
  const unit = await db.unit.findUnique({
    where: { slug },
    include: {
      province: { select: named },
      successors: { include: { successor: { select: named } } },
      predecessors: { include: { old: { select: named } }, orderBy: { old: { name: 'asc' } } },
      formerNames: { orderBy: { name: 'asc' }, take: formerNamesShown, select: { name: true } },
      _count: { select: { formerNames: true } },
      roles: {
        where: {
          kind: { in: ['ORGANISER', 'MODERATOR'] },
          endedAt: null,
          OR: [{ until: null }, { until: { gt: at } }],
          person: { closedAt: null },
        },
        include: { person: { select: { fullName: true, birthDate: true, consents: { select: consentColumns } } } },
      },
    },
  });
  if (unit === null) return null;
  const inSubtree = { path: { startsWith: unit.path } };
  const [above, below, ideas, contests] = await Promise.all([
    db.unit.findMany({
      where: { id: { in: idsInPath(unit.path).filter((id) => id !== unit.id) } },
      select: { ...named, path: true },
    }),
    db.$queryRaw<(Named & { kind: UnitKind })[]>`
      select u."id", u."slug", u."name", u."kind"::text from "Unit" u
      where u."parentId" = ${unit.id} and u."endsOn" is null
      order by u."kind", u."name" collate "vi-x-icu" limit 400`,
    db.idea.count({ where: { publishedVersionId: { not: null }, state: { not: 'WITHDRAWN' }, unit: inSubtree } }),
    db.contest.count({ where: { state: { in: [...publicContestStates] }, host: inSubtree } }),
  ]);
  return {
    unit: {
      id: unit.id,
      slug: unit.slug,
      name: unit.name,
      kind: unit.kind,
      code: unit.code,
      path: unit.path,
      current: isCurrent(unit, at),
    },
    province: unit.province === null || unit.province.id === unit.id ? null : unit.province,
    above: above.toSorted((one, other) => one.path.length - other.path.length).map(({ path: _, ...rest }) => rest),
    below,
    successors: unit.successors.map((one) => ({ ...one.successor, on: dayKept(one.on) })),
    predecessors: unit.predecessors.map((one) => ({ ...one.old, on: dayKept(one.on) })),
    formerNames: unit.formerNames.map((one) => one.name),
    formerNamesLeftOut: Math.max(0, unit._count.formerNames - formerNamesShown),
    ideas,
    contests,
    staff: unit.roles
      .map((role) => ({ kind: role.kind as 'ORGANISER' | 'MODERATOR', name: publicName(role.person, at) }))
      .toSorted((one, other) => other.kind.localeCompare(one.kind) || compareNames(one.name, other.name)),
  };
}

type Holder = {
  fullName: string;
  birthDate: Date;
  consents: Parameters<typeof publicFace>[0]['consents'];
};

function publicName(person: Holder, on: Date): string | null {
  return publicFace({ person, consents: person.consents, unit: null, province: null, on }).name;
}
