/** A panel by the key that seats and plans name it by: a division's slug, or a unit. */
export type Panel = { key: string; name: string };

export function unitPanel(unitId: number): string {
  return `unit:${unitId}`;
}

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
  rounds: readonly { panels?: string; panelUnits?: readonly { id: number; name: string }[] }[];
}): Panel[] {
  const units = new Map(
    rounds.flatMap(({ panels, panelUnits = [] }) =>
      panels === 'UNIT' ? panelUnits.map(({ id, name }) => [id, name] as const) : [],
    ),
  );
  return [
    ...divisions.map(({ slug, name }) => ({ key: slug, name })),
    ...[...units].map(([id, name]) => ({ key: unitPanel(id), name })),
  ];
}
