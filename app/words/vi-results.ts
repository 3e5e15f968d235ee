import awards from './vi/awards.ts';
import results from './vi/results.ts';

export default { awards, results };
