import awards from './en/awards.ts';
import results from './en/results.ts';

export default { awards, results };
