import notifications from './vi/notifications.ts';
import people from './vi/people.ts';

export default { notifications, people };
