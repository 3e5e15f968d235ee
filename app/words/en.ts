import mails from './en/mails.ts';
import everywhere from './en-everywhere.ts';
import publicly from './en-public.ts';
import work from './en-work.ts';

export default { ...everywhere, ...publicly, ...work, mails };
