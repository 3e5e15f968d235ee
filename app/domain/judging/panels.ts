import type { Panel } from '#app/domain/contests/round-panels.ts';
import type { Because } from '#app/domain/refusal.ts';
import { isLive, type SheetState } from './scoresheet.ts';

/** How the entries of a round are parted. */
export type PanelsInRound = {
  /** Whether an entry is read within its panel alone, but for links; otherwise panels are only a preference. */
  parted: boolean;
  panels: Panel[];
  /** Each entry's panel; null for one that belongs to none. */
  panelOf: ReadonlyMap<string, string | null>;
  /** The round's panels among those of a seat; none: the judge reads for any. */
  seatIn: (pools: readonly string[]) => string[];
};

/** Whether a judge reads for an entry's panel. An entry without a panel is only for those who read for any. */
export function readsFor(
  { parted, panelOf, seatIn }: PanelsInRound,
  { pools }: { pools: readonly string[] },
  entryId: string,
): boolean {
  const own = seatIn(pools);
  if (!parted || own.length === 0) return true;
  const panel = panelOf.get(entryId) ?? null;
  return panel !== null && own.includes(panel);
}

/** Why a judge of another panel may not read an entry. */
export function whyOtherPanel({ panels, panelOf }: PanelsInRound, entryId: string): Because {
  const panel = panels.find(({ key }) => key === panelOf.get(entryId));
  if (panel === undefined) return { key: 'judging:problems.noPanel' };
  return { key: 'judging:problems.otherPanel', values: { panel: panel.name } };
}

export type PanelStanding = Panel & {
  entries: number;
  /** Readings there should be, that are given out, and that were handed in; from whichever panel. */
  wanted: number;
  assigned: number;
  submitted: number;
  /** Entries of which no sheet was handed in. */
  unread: number;
  /** Judges who read for it, deputies aside, and how much they can take, for other panels too. */
  judges: number;
  capacity: number;
  /** Fewer judges than one entry needs, or less room than all need; null: enough. */
  short: 'judges' | 'capacity' | null;
};

/** How each panel of a round stands. Conflicts are not counted: the dry run does that. */
export function panelStandings({
  panels,
  entries,
  judges,
  sheets,
  reviews,
}: {
  panels: PanelsInRound;
  entries: readonly { id: string }[];
  /** Who sits now and is no deputy. */
  judges: readonly { pools: readonly string[]; maxLoad: number }[];
  sheets: readonly { entryId: string; state: SheetState }[];
  reviews: number;
}): PanelStanding[] {
  if (!panels.parted) return [];
  return panels.panels.map(({ key, name }) => {
    const own = new Set(entries.flatMap(({ id }) => (panels.panelOf.get(id) === key ? id : [])));
    const readers = judges.filter(({ pools }) => {
      const seat = panels.seatIn(pools);
      return seat.length === 0 || seat.includes(key);
    });
    const capacity = readers.reduce((sum, { maxLoad }) => sum + maxLoad, 0);
    const read = sheets.filter(({ entryId, state }) => own.has(entryId) && isLive(state));
    const submitted = read.filter(({ state }) => state === 'submitted');
    const wanted = own.size * reviews;
    return {
      key,
      name,
      entries: own.size,
      wanted,
      assigned: read.length,
      submitted: submitted.length,
      unread: own.size - new Set(submitted.map(({ entryId }) => entryId)).size,
      judges: readers.length,
      capacity,
      short: own.size === 0 ? null : readers.length < reviews ? 'judges' : capacity < wanted ? 'capacity' : null,
    };
  });
}

/** The entries that belong to no panel of a round that is parted. */
export function entriesApart<Entry extends { id: string }>(
  { parted, panelOf }: PanelsInRound,
  entries: readonly Entry[],
): Entry[] {
  return parted ? entries.filter(({ id }) => (panelOf.get(id) ?? null) === null) : [];
}
