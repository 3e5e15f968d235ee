import { seedPeople } from './people.ts';
import { seedUnits } from './reference/units.ts';

/** What every database needs: units, fields, the drive. Harmless to run again. */
export async function seedReference(): Promise<void> {
  await seedUnits();
}

/** A believable world for the demo. Runs once, on an empty database with the reference data. */
export async function seedDemo(): Promise<void> {
  await seedPeople();
}
