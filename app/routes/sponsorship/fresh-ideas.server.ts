import { findUnitNames } from '#app/domain/units/find-unit-names.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';

/** Counted exactly up to here; more is said to be more. */
export const mostCounted = 20;

/** How many ideas that a kept search finds were published after a moment, at most `mostCounted`. */
export async function countFresh({ query, since }: { query: string; since: Date }): Promise<number> {
  const asked = new URLSearchParams(query);
  const values = (name: string) => asked.getAll(name).slice(0, 40);
  const { units } = await findUnitNames({ slugs: values('don-vi') });
  const { items } = await searchIdeas({
    q: asked.get('q') ?? '',
    filters: {
      field: values('linh-vuc'),
      province: values('tinh'),
      stage: values('chang').map((stage) => stage.toUpperCase()),
      lookingFor: values('can').map((looking) => looking.toUpperCase()),
      unit: units.map(({ id }) => String(id)),
    },
    sort: 'newest',
    size: mostCounted,
  });
  return items.filter(({ publishedAt }) => new Date(publishedAt).getTime() > since.getTime()).length;
}
