import admin from './en/admin.ts';
import api from './en/api.ts';
import awards from './en/awards.ts';
import judging from './en/judging.ts';
import mentoring from './en/mentoring.ts';
import moderation from './en/moderation.ts';
import sponsorship from './en/sponsorship.ts';

export default { admin, api, awards, judging, mentoring, moderation, sponsorship };
