import { seedContests } from './contests.ts';
import { seedHistory } from './history.ts';
import { seedIdeas } from './ideas.ts';
import { seedMentoring } from './mentoring.ts';
import { seedPeople } from './people.ts';
import { seedFields } from './reference/fields.ts';
import { seedUnits } from './reference/units.ts';
import { seedSponsorship } from './sponsorship.ts';
import { seedTargets } from './targets.ts';

/** What every database needs: units, fields, the drive. Harmless to run again. */
export async function seedReference(): Promise<void> {
  await seedUnits();
  await seedFields();
}

/** A believable world for the demo. Runs once, on an empty database with the reference data. */
export async function seedDemo(): Promise<void> {
  await seedPeople();
  await seedIdeas();
  await seedTargets();
  await seedContests();
  await seedMentoring();
  await seedSponsorship();
  await seedHistory();
}
