import mails from './vi/mails.ts';
import everywhere from './vi-everywhere.ts';
import publicly from './vi-public.ts';
import work from './vi-work.ts';

export default { ...everywhere, ...publicly, ...work, mails };
