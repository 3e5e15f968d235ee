import { NotValid } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { findPanelChoices } from './find-panel-choices.server.ts';

/** A panel is one of the contest's divisions or of the units a round is parted by. Throws NotValid beside `pools`. */
export async function insistOnPools(
  tx: Tx,
  { contestId, pools }: { contestId: string; pools: readonly string[] },
): Promise<void> {
  if (pools.length === 0) return;
  const known = new Set((await findPanelChoices(tx, contestId)).map(({ key }) => key));
  if (!pools.every((pool) => known.has(pool))) throw new NotValid({ pools: [{ key: 'controls:problems.choice' }] });
}
