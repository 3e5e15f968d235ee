import admin from './vi/admin.ts';
import contests from './vi/contests.ts';
import controls from './vi/controls.ts';
import ideas from './vi/ideas.ts';
import judging from './vi/judging.ts';
import mails from './vi/mails.ts';
import mentoring from './vi/mentoring.ts';
import moderation from './vi/moderation.ts';
import notifications from './vi/notifications.ts';
import people from './vi/people.ts';
import search from './vi/search.ts';
import site from './vi/site.ts';
import sponsorship from './vi/sponsorship.ts';
import units from './vi/units.ts';

export default {
  admin,
  contests,
  controls,
  ideas,
  judging,
  mails,
  mentoring,
  moderation,
  notifications,
  people,
  search,
  site,
  sponsorship,
  units,
};
