/** The connected components of a graph of entries and judges. */
export interface Components {
  /** How many components hold at least one pair. */
  readonly count: number;
  /** Component of each entry, numbered by first entry; −1 for an entry without a pair. */
  readonly ofEntry: Int32Array;
  /** Component of each judge; −1 for a judge without a pair. */
  readonly ofJudge: Int32Array;
}

/**
 * Finds which entries and judges are joined by a chain of pairs (union–find with path halving).
 *
 * @param entryOf entry index of each pair
 * @param judgeOf judge index of each pair
 */
export function connectedComponents(
  entries: number,
  judges: number,
  entryOf: ArrayLike<number>,
  judgeOf: ArrayLike<number>,
): Components {
  const parent = Int32Array.from({ length: entries + judges }, (_, node) => node);
  const root = (node: number) => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const paired = new Uint8Array(entries + judges);
  for (let pair = 0; pair < entryOf.length; pair++) {
    const entry = entryOf[pair]!;
    const judge = entries + judgeOf[pair]!;
    paired[entry] = 1;
    paired[judge] = 1;
    parent[root(judge)] = root(entry);
  }
  const numberOf = new Int32Array(entries + judges).fill(-1);
  let count = 0;
  const component = (node: number) => {
    if (!paired[node]) return -1;
    const top = root(node);
    if (numberOf[top] === -1) numberOf[top] = count++;
    return numberOf[top]!;
  };
  const ofEntry = Int32Array.from({ length: entries }, (_, entry) => component(entry));
  const ofJudge = Int32Array.from({ length: judges }, (_, judge) => component(entries + judge));
  return { count, ofEntry, ofJudge };
}
