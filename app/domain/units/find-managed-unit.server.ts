import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isCurrent, kindsBelow, type UnitKind } from './unit.ts';
import { mayMakeUnitBelow, mayMergeUnits, mayRenameUnit, maySeeInsideUnit, maySetTarget } from './unit-access.ts';

export type ManagedUnit = {
  id: number;
  slug: string;
  name: string;
  kind: UnitKind;
  code: string | null;
  path: string;
  current: boolean;
  parent: { slug: string; name: string } | null;
  province: { id: number; slug: string; name: string } | null;
  mayMakeBelow: boolean;
  mayRename: boolean;
  mayMerge: boolean;
  maySetTarget: boolean;
  kindsBelow: UnitKind[];
};

/** A unit as its staff see it. NotFound where there is none, NotAllowed outside the asker's own subtree. */
export async function findManagedUnit({ by, slug }: { by: Actor; slug: string }): Promise<ManagedUnit> {
  const unit = await db.unit.findUnique({
    where: { slug },
    include: {
      parent: { select: { slug: true, name: true } },
      province: { select: { id: true, slug: true, name: true } },
    },
  });
  if (unit === null) throw new NotFound();
  const why = maySeeInsideUnit(by, unit);
  if (why !== null) throw new NotAllowed(why);
  const current = isCurrent(unit, now());
  return {
    id: unit.id,
    slug: unit.slug,
    name: unit.name,
    kind: unit.kind,
    code: unit.code,
    path: unit.path,
    current,
    parent: unit.parent,
    province: unit.province,
    mayMakeBelow: current && mayMakeUnitBelow(by, unit) === null,
    mayRename: current && mayRenameUnit(by, unit) === null,
    mayMerge: current && unit.kind !== 'CENTRE' && mayMergeUnits(by, unit, unit) === null,
    maySetTarget: current && maySetTarget(by, unit) === null,
    kindsBelow: kindsBelow(unit.kind),
  };
}
