import { ideaEngines } from './engines.server.ts';
import { measuredSearches, timeBounds } from './measures.ts';
import { indexStatus, isRebuilding } from './status.server.ts';

type Sample = { labels: Record<string, string>; value: number; suffix?: string };

function family(name: string, type: 'gauge' | 'counter' | 'histogram', help: string, samples: Sample[]): string {
  const lines = samples.map(({ labels, value, suffix = '' }) => {
    const told = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
    return `${name}${suffix}{${told.join(',')}} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
}

/** The state of the indexes and what this process has seen of its searches, in Prometheus' text format. */
export async function writeMeasures(): Promise<string> {
  const { postgres, meilisearch } = ideaEngines();
  const engines = [meilisearch, postgres].filter((engine) => engine !== null);
  const states = await Promise.all(engines.map(async (engine) => ({ engine, ...(await indexStatus(engine)) })));
  const gauge = (name: string, help: string, value: (state: (typeof states)[number]) => number) =>
    family(
      name,
      'gauge',
      help,
      states.map((state) => ({ labels: { engine: state.engine.name }, value: value(state) })),
    );
  const searches = [...measuredSearches()];
  const counter = (name: string, help: string, value: (one: (typeof searches)[number][1]) => number) =>
    family(
      name,
      'counter',
      help,
      searches.map(([engine, one]) => ({ labels: { engine }, value: value(one) })),
    );
  const secondsAgo = (at: Date | null | undefined) => (at ? Math.max(0, (Date.now() - at.getTime()) / 1_000) : 0);
  return `${[
    gauge('y_hay_index_up', 'Whether the engine answers.', ({ health }) => Number(health.ok)),
    gauge('y_hay_index_documents', 'Documents in the index.', ({ health }) => health.documents ?? 0),
    gauge('y_hay_index_public_ideas', 'Public ideas in the database.', ({ ideas }) => ideas),
    gauge('y_hay_index_waiting_events', 'Events the index has not followed yet.', ({ waiting }) => waiting),
    gauge('y_hay_index_oldest_waiting_seconds', 'Age of the oldest of them.', ({ oldest }) => secondsAgo(oldest)),
    gauge('y_hay_index_behind_seconds', 'Since when it has been behind; 0 when it is not.', ({ index }) =>
      secondsAgo(index?.behindSince),
    ),
    gauge('y_hay_index_refused_documents', 'Documents the engine would not take.', ({ refused }) => refused.length),
    gauge('y_hay_index_rebuilding', 'Whether it is being built anew.', ({ index }) =>
      Number(index !== null && isRebuilding(index)),
    ),
    gauge(
      'y_hay_index_rebuild_documents',
      'Documents of the last rebuild so far.',
      ({ index }) => index?.rebuildDone ?? 0,
    ),
    counter('y_hay_searches_total', 'Searches this process answered.', ({ searches: count }) => count),
    counter('y_hay_searches_by_stand_in_total', 'Of them by the second engine.', ({ standIns }) => standIns),
    counter('y_hay_searches_empty_total', 'Of them with words and without a result.', ({ empty }) => empty),
    family(
      'y_hay_search_seconds',
      'histogram',
      'How long searches took.',
      searches.flatMap(([engine, one]) => [
        ...timeBounds.map((bound, at) => ({
          suffix: '_bucket',
          labels: { engine, le: String(bound) },
          value: one.within[at]!,
        })),
        { suffix: '_bucket', labels: { engine, le: '+Inf' }, value: one.searches },
        { suffix: '_sum', labels: { engine }, value: one.seconds },
        { suffix: '_count', labels: { engine }, value: one.searches },
      ]),
    ),
  ].join('\n')}\n`;
}
