export const table = '"IdeaSearchDocument"';

/** D, C, B, A: names, body, abstract, title. */
export const weights = '{0.15,0.25,0.55,1}';

/**
 * Parts of the table with indexes of their own, by chance (migration 0012): a sixteenth of all documents, three sixteenths, the rest. An index hands
 * over everything that matches before the first row is read; where the first part has enough, the others are not asked.
 */
export const slices = ['("tie" & 15) = 0', '("tie" & 15) in (1, 2, 3)', '("tie" & 15) > 3'];

const vectors = ['words', 'titleWords', 'tones'];

const name = (vector: string, at: number) => `"IdeaSearchDocument_${vector}_${at + 1}_idx"`;

/** The indexes of the slices, as the migration makes them. To keep them up row by row costs far more than to make them at once. */
export const sliceIndexes = vectors.flatMap((vector) =>
  slices.map((slice, at) => ({
    drop: `drop index if exists ${name(vector, at)}`,
    make: `create index if not exists ${name(vector, at)} on "IdeaSearchDocument" using gin ("${vector}")
      with (gin_pending_list_limit = 1024) where ${slice}`,
  })),
);

/** The rows that meet the conditions, slice by slice; to be taken no further than they are needed. */
export function sliced(columns: string, conditions: string[]): string {
  const parts = slices.map((slice) => `select ${columns} from ${table} where ${[...conditions, slice].join(' and ')}`);
  return `(${parts.join(' union all ')})`;
}
