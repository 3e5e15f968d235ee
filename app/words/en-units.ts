import units from './en/units.ts';

export default { units };
