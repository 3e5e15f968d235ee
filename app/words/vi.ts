import mails from './vi/mails.ts';
import contests from './vi-contests.ts';
import everywhere from './vi-everywhere.ts';
import ideas from './vi-ideas.ts';
import people from './vi-people.ts';
import work from './vi-work.ts';

export default { ...everywhere, ...ideas, ...contests, ...people, ...work, mails };
