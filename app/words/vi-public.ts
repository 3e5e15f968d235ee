import contests from './vi/contests.ts';
import ideas from './vi/ideas.ts';
import notifications from './vi/notifications.ts';
import people from './vi/people.ts';
import search from './vi/search.ts';
import units from './vi/units.ts';

export default { contests, ideas, notifications, people, search, units };
