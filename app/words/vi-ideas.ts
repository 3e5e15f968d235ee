import ideas from './vi/ideas.ts';
import search from './vi/search.ts';

export default { ideas, search };
