import { publicIdeas } from '#app/domain/ideas/public-idea.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type IdeaDocument, ideaDocument } from './idea-document.ts';

/** Where a change may change a document: all that is read for one. */
export const ideaDocumentTables = [
  'Consent',
  'Contest',
  'Endorsement',
  'Entry',
  'EntryWithdrawal',
  'FormerUnitName',
  'Idea',
  'IdeaMember',
  'IdeaVersion',
  'Outcome',
  'Person',
  'Round',
  'Unit',
] as const;

/** The documents of those of these ideas that everybody may read now. Whatever else is asked for is not public: take it out. */
export async function readIdeaDocuments(ids: string[]): Promise<IdeaDocument[]> {
  const ideas = await publicIdeas(ids);
  // A school lies in a commune, and the commune in what was a district: all of them had names.
  const placesOf = ({ unitIds, province }: (typeof ideas)[number]) => [
    ...unitIds,
    ...(province === null ? [] : [province.id]),
  ];
  const former = await db.formerUnitName.findMany({
    where: { unitId: { in: [...new Set(ideas.flatMap(placesOf))] } },
    select: { unitId: true, name: true },
    orderBy: [{ unitId: 'asc' }, { name: 'asc' }],
  });
  const names = new Map<number, string[]>();
  for (const { unitId, name } of former) names.set(unitId, [...(names.get(unitId) ?? []), name]);
  return ideas.map((idea) => {
    const own = [...new Set(placesOf(idea))].reverse();
    return ideaDocument(idea, [...new Set(own.flatMap((id) => names.get(id) ?? []))]);
  });
}

/** The same rule as `publicIdeas` has, for lists of ids and counts. */
const isPublic = { publishedVersionId: { not: null }, state: { not: 'WITHDRAWN' } } as const;

/** Ids of public ideas in order, after `after`. */
export async function nextIdeaIds(after: string | null, limit: number): Promise<string[]> {
  const rows = await db.idea.findMany({
    where: { ...isPublic, ...(after === null ? {} : { id: { gt: after } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

export async function countIdeas(): Promise<number> {
  return db.idea.count({ where: isPublic });
}

/** Half of them the newest, half by chance. */
export async function sampleIdeaIds(size: number): Promise<string[]> {
  const half = size >> 1;
  const [newest, chance] = await Promise.all([
    db.idea.findMany({ where: isPublic, select: { id: true }, orderBy: { publishedAt: 'desc' }, take: half }),
    db.$queryRaw<{ id: string }[]>`
      select id from "Idea" where "publishedVersionId" is not null and state <> 'WITHDRAWN' order by random() limit ${half}`,
  ]);
  return [...new Set([...newest, ...chance].map(({ id }) => id))];
}
