import mails from './vi/mails.ts';
import contests from './vi-contests.ts';
import everywhere from './vi-everywhere.ts';
import ideas from './vi-ideas.ts';
import people from './vi-people.ts';
import results from './vi-results.ts';
import support from './vi-support.ts';
import units from './vi-units.ts';
import work from './vi-work.ts';

export default { ...everywhere, ...ideas, ...contests, ...people, ...results, ...support, ...units, ...work, mails };
