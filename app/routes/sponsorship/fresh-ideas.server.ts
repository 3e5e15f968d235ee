import { listParams, readListing, valuesIn } from '#app/routes/ideas/listing.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';

/** Counted exactly up to here; more is said to be more. */
export const mostCounted = 20;

/** How many ideas that a kept search finds were published after a moment, at most `mostCounted`. */
export async function countFresh({ query, since }: { query: string; since: Date }): Promise<number> {
  const asked = new URLSearchParams(query);
  const { filters } = await readListing(valuesIn(asked, listParams), 'vi');
  const { items } = await searchIdeas({ q: asked.get('q') ?? '', filters, sort: 'newest', size: mostCounted });
  return items.filter(({ publishedAt }) => new Date(publishedAt).getTime() > since.getTime()).length;
}
