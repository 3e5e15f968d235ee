import type { RoundPanels } from '#app/domain/contests/contest.ts';
import { findUnitLines } from '#app/domain/contests/find-unit-lines.server.ts';
import { panelUnitColumns, panelUnitsOf } from '#app/domain/contests/panel-units.ts';
import { type Panel, unitOfPanel, unitPanel } from '#app/domain/contests/round-panels.ts';
import { isCurrent } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type { RoundEntry } from './find-round-entries.server.ts';
import type { PanelsInRound } from './panels.ts';

/**
 * How the entries of a round are parted into panels at this moment. By units: an entry belongs to the nearest panel its unit lies in, both as
 * what they have become by now, so that units merged since are one panel. Four queries at most.
 */
export async function findPanels(
  reader: Tx | typeof db,
  {
    round,
    entries,
  }: { round: { id: string; panels: RoundPanels }; entries: readonly Pick<RoundEntry, 'id' | 'pool' | 'division'>[] },
): Promise<PanelsInRound> {
  if (round.panels === 'UNIT') return byUnits(reader, { round, entries });
  const divisions: Panel[] = [
    ...new Map(entries.map(({ division: { slug, name } }) => [slug, { key: slug, name }])).values(),
  ];
  const parted = round.panels === 'DIVISION';
  return {
    parted,
    panels: parted ? divisions : [],
    panelOf: new Map(entries.map(({ id, pool, division }) => [id, parted ? division.slug : pool])),
    seatIn: (pools) => pools.filter((pool) => unitOfPanel(pool) === null).sort(),
  };
}

async function byUnits(
  reader: Tx | typeof db,
  { round, entries }: { round: { id: string }; entries: readonly { id: string }[] },
): Promise<PanelsInRound> {
  const named = panelUnitsOf(await reader.panelUnit.findMany({ where: { roundId: round.id }, ...panelUnitColumns }));
  const versions = await reader.entry.findMany({
    where: { id: { in: entries.map(({ id }) => id) } },
    select: { id: true, version: { select: { unitId: true } } },
  });
  const unitOf = new Map(versions.map(({ id, version }) => [id, version.unitId]));
  const lines = await findUnitLines(reader, [
    ...named.map(({ id }) => id),
    ...versions.flatMap(({ version }) => version.unitId ?? []),
  ]);
  const at = now();
  const dated = await reader.unit.findMany({
    where: { id: { in: [...new Set([...lines.values()].flatMap((line) => line.map(({ id }) => id)))] } },
    select: { id: true, startsOn: true, endsOn: true },
  });
  const current = new Set(dated.filter((unit) => isCurrent(unit, at)).map(({ id }) => id));
  /** What a unit is by now; itself where nothing of it is left. */
  const heirsOf = (unitId: number) => {
    const line = lines.get(unitId) ?? [];
    const heirs = line.filter(({ id }) => current.has(id));
    return heirs.length > 0 ? heirs : line.slice(0, 1);
  };
  const keyOf = new Map<number, string>();
  const paths: { path: string; key: string }[] = [];
  const panels = new Map<string, Panel>();
  for (const { id, name } of named) {
    const heirs = heirsOf(id);
    const key = unitPanel(Math.min(...heirs.map((heir) => heir.id)));
    keyOf.set(id, key);
    // Where the unit is not what it was, its panel is called what it is now.
    const own = heirs.some((heir) => heir.id === id);
    if (!panels.has(key) || own) panels.set(key, { key, name: own ? name : heirs.map((heir) => heir.name).join(', ') });
    for (const { path } of heirs) paths.push({ path, key });
  }
  paths.sort((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
  const panelOfUnit = (unitId: number | null) => {
    if (unitId === null) return null;
    const own = heirsOf(unitId);
    return paths.find(({ path }) => own.some((heir) => heir.path.startsWith(path)))?.key ?? null;
  };
  return {
    parted: true,
    panels: [...panels.values()],
    panelOf: new Map(entries.map(({ id }) => [id, panelOfUnit(unitOf.get(id) ?? null)])),
    seatIn: (pools) => [...new Set(pools.flatMap((pool) => keyOf.get(unitOfPanel(pool) ?? -1) ?? []))].sort(),
  };
}
