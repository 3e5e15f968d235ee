import contests from './en/contests.ts';

export default { contests };
