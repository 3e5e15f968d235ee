import units from './vi/units.ts';

export default { units };
