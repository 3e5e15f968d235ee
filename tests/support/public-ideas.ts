import type { PublicIdea } from '#app/domain/ideas/public-idea.ts';

/** An id in which the number can be read: 01900000-0000-7000-8000-00000000002a for 42. */
export function ideaId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** What the index is made of, without a database; `number` makes the id and the minute of publication. */
export function aPublicIdea({ number, ...given }: { number: number } & Partial<PublicIdea>): PublicIdea {
  return {
    id: ideaId(number),
    slug: `y-tuong-${number}`,
    title: `Ý tưởng số ${number}`,
    abstract: '',
    problem: '',
    solution: '',
    novelty: '',
    method: '',
    beneficiaries: '',
    progress: '',
    needs: '',
    fieldId: null,
    province: null,
    unit: null,
    unitIds: [],
    stage: 'IDEA',
    lookingFor: [],
    contestIds: [],
    awards: [],
    publishedAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000),
    authorNames: [],
    endorsements: 0,
    ...given,
  };
}
