import controls from './en/controls.ts';
import site from './en/site.ts';

export default { controls, site };
