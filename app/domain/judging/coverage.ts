import { isLive, type SheetState } from './scoresheet.ts';

type Sheet = { entryId: string; state: SheetState };

export type Coverage = {
  /** Entries of the round. */
  entries: number;
  /** Readings there should be, that are on their way, and that were handed in. */
  wanted: number;
  assigned: number;
  submitted: number;
  /** Readings that are not handed in, entry by entry: more than enough for one does not make up for another. */
  missing: number;
  /** Entries nobody has handed a sheet in for. */
  unread: number;
};

/** How far a round has come. */
export function coverageOf({
  entries,
  sheets,
  reviews,
}: {
  entries: readonly { id: string }[];
  sheets: readonly Sheet[];
  reviews: number;
}): Coverage {
  const assigned = new Map<string, number>();
  const submitted = new Map<string, number>();
  const add = (map: Map<string, number>, id: string) => map.set(id, (map.get(id) ?? 0) + 1);
  for (const { entryId, state } of sheets) {
    if (isLive(state)) add(assigned, entryId);
    if (state === 'submitted') add(submitted, entryId);
  }
  const sum = (map: Map<string, number>) => entries.reduce((total, { id }) => total + (map.get(id) ?? 0), 0);
  return {
    entries: entries.length,
    wanted: entries.length * reviews,
    assigned: sum(assigned),
    submitted: sum(submitted),
    missing: entries.reduce((total, { id }) => total + Math.max(0, reviews - (submitted.get(id) ?? 0)), 0),
    unread: entries.filter(({ id }) => !submitted.has(id)).length,
  };
}

export type DivisionCoverage = Coverage & { id: string; slug: string; name: string };

/** The same for each division that has entries in the round, in the order given. */
export function divisionCoverageOf({
  divisions,
  entries,
  sheets,
  reviews,
}: {
  divisions: readonly { id: string; slug: string; name: string }[];
  entries: readonly { id: string; division: { id: string } }[];
  sheets: readonly Sheet[];
  reviews: number;
}): DivisionCoverage[] {
  return divisions.flatMap(({ id, slug, name }) => {
    const own = entries.filter(({ division }) => division.id === id);
    return own.length === 0 ? [] : { id, slug, name, ...coverageOf({ entries: own, sheets, reviews }) };
  });
}
