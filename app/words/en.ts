import mails from './en/mails.ts';
import contests from './en-contests.ts';
import everywhere from './en-everywhere.ts';
import ideas from './en-ideas.ts';
import people from './en-people.ts';
import work from './en-work.ts';

export default { ...everywhere, ...ideas, ...contests, ...people, ...work, mails };
