import mentoring from './vi/mentoring.ts';
import sponsorship from './vi/sponsorship.ts';

export default { mentoring, sponsorship };
