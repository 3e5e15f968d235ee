import contests from './en/contests.ts';
import ideas from './en/ideas.ts';
import notifications from './en/notifications.ts';
import people from './en/people.ts';
import search from './en/search.ts';
import units from './en/units.ts';

export default { contests, ideas, notifications, people, search, units };
