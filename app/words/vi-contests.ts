import contests from './vi/contests.ts';
import units from './vi/units.ts';

export default { contests, units };
