import { inject } from 'vitest';
import { type IdeaEngine, type IdeaEngines, makeIdeaEngines } from '#search/engines.server.ts';
import { TakeOver } from '#search/take-over.server.ts';
import { forgetVocabulary } from '#search/vocabulary.server.ts';

let made = 0;

/** Engines over indexes of their own on the servers of this run. Meilisearch is null where this machine has none. */
export function ownEngines(): IdeaEngines {
  made += 1;
  forgetVocabulary();
  return makeIdeaEngines(inject('meili'), `t-${process.pid}-${made}-`);
}

/** The same with a single engine, which answers everything. */
export function only(engines: IdeaEngines, engine: IdeaEngine): IdeaEngines {
  return { ...engines, takeOver: new TakeOver(null, engine) };
}

/** For `describe.each`: both engines, or the embedded one alone where there is no other. */
export const engineNames = inject('meili') === null ? (['postgres'] as const) : (['postgres', 'meilisearch'] as const);
