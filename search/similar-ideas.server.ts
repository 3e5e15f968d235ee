import { createHash } from 'node:crypto';
import { db } from '#app/platform/db/db.server.ts';
import { untracked } from '#app/platform/db/reads.server.ts';
import { log } from '#app/platform/log.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';
import { type IdeaEngines, ideaEngines } from './engines.server.ts';

export type SimilarPublicIdea = { id: string; slug: string; title: string; abstract: string; score: number };

/** Below this an idea shares little but its subject; see `likeness` in search/text/score.ts. */
const least = 0.3;

/** Finding what is alike is much work, and a new idea is alike to few: the choice may be so old. Milliseconds. */
const choiceHolds = 600_000;

type Text = { title: string; body: string; except?: string; limit: number };

async function findAlike(text: Text, engines: IdeaEngines): Promise<Map<string, number>> {
  const { answer } = await engines.takeOver.ask((engine) => engine.similar(text));
  return new Map(answer.filter(({ score }) => score >= least).map(({ document, score }) => [document.id, score]));
}

function readPublic(ids: string[]) {
  return db.idea.findMany({
    where: { id: { in: ids }, publishedVersionId: { not: null }, state: { not: 'WITHDRAWN' } },
    relationLoadStrategy: 'join',
    select: { id: true, slug: true, publishedVersion: { select: { title: true, abstract: true } } },
  });
}

/**
 * Public ideas like this text, the most alike first. Which they are may be some minutes old; what they say, and whether everybody may still read
 * them, is read now. An engine that cannot answer is no reason to show no page: then there are none.
 */
export async function similarIdeas(
  { title, body, except, limit = 4 }: { title: string; body: string; except?: string; limit?: number },
  engines?: IdeaEngines,
): Promise<SimilarPublicIdea[]> {
  const text = { title, body, except, limit };
  try {
    const name = `ideas alike ${createHash('sha256').update(JSON.stringify(text)).digest('base64')}`;
    const scores =
      engines !== undefined
        ? await findAlike(text, engines)
        : await sharedRead(name, () => untracked(() => findAlike(text, ideaEngines())), { longest: choiceHolds });
    if (scores.size === 0) return [];
    const ids = [...scores.keys()];
    const ideas = await sharedRead(`public ideas ${ids.join()}`, () => readPublic(ids));
    return ideas
      .map(({ id, slug, publishedVersion }) => ({ id, slug, ...publishedVersion!, score: scores.get(id)! }))
      .sort((one, other) => other.score - one.score);
  } catch (error) {
    log.warn({ err: error }, 'similar ideas could not be asked for');
    return [];
  }
}
