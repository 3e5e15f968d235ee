import contests from './vi/contests.ts';

export default { contests };
