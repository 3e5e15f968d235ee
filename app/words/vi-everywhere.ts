import controls from './vi/controls.ts';
import site from './vi/site.ts';

export default { controls, site };
