import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findUnits, type UnitFound } from './find-units.server.ts';
import { foldedName, isCurrent, unitLabel } from './unit.ts';

type Asked = { unit: number | null; unitText: string };

/**
 * The unit a form means: the one picked in the finder, else the only one that the typed words can mean; null where nothing
 * was picked or typed. Throws NotValid beside `unit` where there is none, or where there are several: the reason then
 * carries them as JSON (`choices`), for the finder to offer without script too.
 */
export async function chooseUnit({ unit, unitText }: Asked): Promise<{ id: number; slug: string } | null> {
  if (unit !== null) return pickedUnit(unit);
  if (unitText === '') return null;
  const found = await findUnits({ text: unitText, limit: 9 });
  const [first] = found;
  if (first === undefined) throw new NotValid({ unit: [{ key: 'units:problems.unknown' }] });
  const whole = found.filter((one) => foldedName(unitLabel(one)) === foldedName(unitText));
  if (whole.length === 1) return whole[0]!;
  if (found.length === 1) return first;
  throw new NotValid({
    unit: [{ key: 'units:problems.several', values: { choices: JSON.stringify(found.map(choice)) } }],
  });
}

async function pickedUnit(id: number): Promise<{ id: number; slug: string }> {
  const unit = await db.unit.findUnique({
    where: { id },
    select: { id: true, slug: true, startsOn: true, endsOn: true },
  });
  if (unit === null || !isCurrent(unit, now())) throw new NotValid({ unit: [{ key: 'units:problems.unknown' }] });
  return { id: unit.id, slug: unit.slug };
}

function choice(unit: UnitFound) {
  return { id: unit.id, label: unitLabel(unit), formerly: unit.formerly };
}
