import { findUnits } from '#app/domain/units/find-units.server.ts';
import { unitLabel } from '#app/domain/units/unit.ts';
import { forReaders } from '#app/routes/door.server.ts';

/** What the finder offers while one types. Names of units are public. */
export const loader = forReaders(async ({ url }) => {
  const q = url.searchParams.get('q')?.slice(0, 200).trim() ?? '';
  const found = await findUnits({ text: q, limit: 9 });
  return { q, units: found.map((unit) => ({ id: unit.id, label: unitLabel(unit), formerly: unit.formerly })) };
});
