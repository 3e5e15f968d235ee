import admin from './vi/admin.ts';
import judging from './vi/judging.ts';
import mentoring from './vi/mentoring.ts';
import moderation from './vi/moderation.ts';
import sponsorship from './vi/sponsorship.ts';

export default { admin, judging, mentoring, moderation, sponsorship };
