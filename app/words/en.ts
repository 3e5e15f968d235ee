import admin from './en/admin.ts';
import contests from './en/contests.ts';
import controls from './en/controls.ts';
import ideas from './en/ideas.ts';
import judging from './en/judging.ts';
import mails from './en/mails.ts';
import mentoring from './en/mentoring.ts';
import moderation from './en/moderation.ts';
import notifications from './en/notifications.ts';
import people from './en/people.ts';
import search from './en/search.ts';
import site from './en/site.ts';
import sponsorship from './en/sponsorship.ts';
import units from './en/units.ts';

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
