import { NotValid } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** How much a judge reads at least and at most, for which panels, the fields they know, and whether only in another's place. */
export type Seat = {
  minLoad: number;
  maxLoad: number;
  /** By their keys; none for any. */
  pools: string[];
  fieldIds: readonly string[];
  deputy?: boolean;
  /** Hours the judge said they have; null where nobody asked. */
  hours?: number | null;
};

/** Throws NotValid where one of these is no field. */
export async function insistOnFields(tx: Tx, fieldIds: readonly string[]): Promise<void> {
  const known = await tx.field.count({ where: { id: { in: [...fieldIds] } } });
  if (known !== new Set(fieldIds).size) throw new NotValid({ fieldIds: [{ key: 'controls:problems.choice' }] });
}
