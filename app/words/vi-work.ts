import admin from './vi/admin.ts';
import api from './vi/api.ts';
import judging from './vi/judging.ts';
import moderation from './vi/moderation.ts';
import organising from './vi/organising.ts';
import staff from './vi/staff.ts';

export default { admin, api, judging, moderation, organising, staff };
