import { log } from '#app/platform/log.server.ts';
import { asTheyAre } from './as-they-are.server.ts';
import { type IdeaEngines, ideaEngines } from './engines.server.ts';

export type SimilarPublicIdea = { id: string; slug: string; title: string; abstract: string; score: number };

/** Below this an idea shares little but its subject; see `likeness` in search/text/score.ts. */
const least = 0.3;

/**
 * Public ideas like this text, the most alike first. An engine that cannot answer is no reason to show no page: then
 * there are none.
 */
export async function similarIdeas(
  { title, body, except, limit = 4 }: { title: string; body: string; except?: string; limit?: number },
  engines: IdeaEngines = ideaEngines(),
): Promise<SimilarPublicIdea[]> {
  try {
    const { answer, engine } = await engines.takeOver.ask((engine) => engine.similar({ title, body, except, limit }));
    const alike = answer.filter((hit) => hit.score >= least);
    const scores = new Map(alike.map(({ document, score }) => [document.id, score]));
    const documents = await asTheyAre(
      alike.map(({ document }) => document),
      engine,
    );
    return documents.map(({ id, slug, title, abstract }) => ({ id, slug, title, abstract, score: scores.get(id)! }));
  } catch (error) {
    log.warn({ err: error }, 'similar ideas could not be asked for');
    return [];
  }
}
