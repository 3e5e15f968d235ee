import ideas from './en/ideas.ts';
import search from './en/search.ts';

export default { ideas, search };
