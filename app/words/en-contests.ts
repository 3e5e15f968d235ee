import contests from './en/contests.ts';
import units from './en/units.ts';

export default { contests, units };
