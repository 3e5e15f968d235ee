import admin from './vi/admin.ts';
import api from './vi/api.ts';
import awards from './vi/awards.ts';
import judging from './vi/judging.ts';
import mentoring from './vi/mentoring.ts';
import moderation from './vi/moderation.ts';
import sponsorship from './vi/sponsorship.ts';

export default { admin, api, awards, judging, mentoring, moderation, sponsorship };
