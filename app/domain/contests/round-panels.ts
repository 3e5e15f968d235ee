/** A panel by the key that seats and plans name it by: a division's slug, or a unit. */
export type Panel = { key: string; name: string };

export function unitPanel(unitId: number): string {
  return `unit:${unitId}`;
}

/** A panel a seat may be put in. */
export type PanelChoice = Panel & {
  /** Names of the rounds that are parted by it; in all others it is a preference at most. */
  rounds: string[];
};

/** The unit of such a key; null for a division's. */
export function unitOfPanel(key: string): number | null {
  const id = /^unit:(\d{1,9})$/.exec(key)?.[1];
  return id === undefined ? null : Number(id);
}

/** The panels a seat of a contest may be put in: its divisions, and the units by which a round of it is parted. */
export function panelsOf({
  divisions,
  rounds,
}: {
  divisions: readonly { slug: string; name: string }[];
  rounds: readonly { name: string; panels?: string; panelUnits?: readonly { id: number; name: string }[] }[];
}): PanelChoice[] {
  const byDivision = rounds.flatMap(({ name, panels }) => (panels === 'DIVISION' ? name : []));
  const units = new Map<number, PanelChoice>();
  for (const round of rounds) {
    for (const { id, name } of round.panels === 'UNIT' ? (round.panelUnits ?? []) : []) {
      const before = units.get(id)?.rounds ?? [];
      units.set(id, { key: unitPanel(id), name, rounds: [...before, round.name] });
    }
  }
  return [...divisions.map(({ slug, name }) => ({ key: slug, name, rounds: byDivision })), ...units.values()];
}
