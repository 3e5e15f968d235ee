import mails from './en/mails.ts';
import contests from './en-contests.ts';
import everywhere from './en-everywhere.ts';
import ideas from './en-ideas.ts';
import people from './en-people.ts';
import results from './en-results.ts';
import support from './en-support.ts';
import units from './en-units.ts';
import work from './en-work.ts';

export default { ...everywhere, ...ideas, ...contests, ...people, ...results, ...support, ...units, ...work, mails };
