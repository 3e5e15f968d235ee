import type { Tx } from '#app/platform/db/db.server.ts';
import { panelUnitColumns, panelUnitsOf } from './panel-units.ts';
import { type Panel, panelsOf } from './round-panels.ts';

/** The panels a seat may be put in, as the contest stands now. */
export async function findPanelChoices(tx: Tx, contestId: string): Promise<Panel[]> {
  const { divisions, rounds } = await tx.contest.findUniqueOrThrow({
    where: { id: contestId },
    select: {
      divisions: { orderBy: { position: 'asc' }, select: { slug: true, name: true } },
      rounds: { orderBy: { number: 'asc' }, select: { name: true, panels: true, panelUnits: panelUnitColumns } },
    },
  });
  return panelsOf({
    divisions,
    rounds: rounds.map(({ name, panels, panelUnits }) => ({ name, panels, panelUnits: panelUnitsOf(panelUnits) })),
  });
}
