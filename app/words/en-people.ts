import notifications from './en/notifications.ts';
import people from './en/people.ts';

export default { notifications, people };
