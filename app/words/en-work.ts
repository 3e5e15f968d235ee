import admin from './en/admin.ts';
import api from './en/api.ts';
import judging from './en/judging.ts';
import moderation from './en/moderation.ts';
import organising from './en/organising.ts';
import staff from './en/staff.ts';

export default { admin, api, judging, moderation, organising, staff };
