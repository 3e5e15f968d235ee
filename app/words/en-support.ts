import mentoring from './en/mentoring.ts';
import sponsorship from './en/sponsorship.ts';

export default { mentoring, sponsorship };
