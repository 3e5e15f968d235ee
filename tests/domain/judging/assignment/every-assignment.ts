import type { AssignmentProblem, EntryToRead, JudgeWhoReads } from '#app/domain/judging/assignment/problem.ts';

/** One way to assign, as lists of judges by entry, with what it is worth. */
export interface Possible {
  readonly pairs: readonly (readonly [entry: string, judge: string])[];
  readonly total: number;
  readonly worst: number;
  /** The least (sum ÷ reviews) of any entry. */
  readonly level: number;
  readonly connected: boolean;
}

/** Every assignment that keeps all rules, found by trying everything: for small problems only. */
export function everyAssignment(problem: AssignmentProblem): Possible[] {
  const { entries, judges, links = 0, within = false } = problem;
  const affinity = new Map(problem.affinity.map(([entry, judge, value]) => [`${entry} ${judge}`, value]));
  const conflicts = new Set(problem.conflicts.map(([entry, judge]) => `${entry} ${judge}`));
  const loads = new Map(judges.map(({ id }) => [id, 0]));
  const chosen: string[][] = [];
  const found: Possible[] = [];

  const choose = (at: number) => {
    const entry = entries[at];
    if (!entry) {
      if (judges.every(({ id, min = 0 }) => loads.get(id)! >= min)) found.push(worth());
      return;
    }
    const allowed = judges.filter(({ id, max }) => loads.get(id)! < max && !conflicts.has(`${entry.id} ${id}`));
    for (const some of combinations(allowed, entry.reviews)) {
      const needed = entry.links ?? links;
      const others = some.filter((judge) => !readsFor(judge, entry)).length;
      if (within ? others !== needed : others < needed) continue;
      for (const { id } of some) loads.set(id, loads.get(id)! + 1);
      chosen.push(some.map(({ id }) => id));
      choose(at + 1);
      chosen.pop();
      for (const { id } of some) loads.set(id, loads.get(id)! - 1);
    }
  };
  const worth = (): Possible => {
    const pairs = entries.flatMap(({ id }, at) => chosen[at]!.map((judge) => [id, judge] as const));
    const sums = entries.map(({ id }, at) =>
      chosen[at]!.reduce((sum, judge) => sum + (affinity.get(`${id} ${judge}`) ?? 0), 0),
    );
    return {
      pairs,
      total: sums.reduce((total, sum) => total + sum, 0),
      worst: Math.min(...sums),
      level: Math.min(...sums.map((sum, at) => sum / entries[at]!.reviews)),
      connected: isConnected(pairs, entries.length),
    };
  };
  choose(0);
  const linked = entries.some((entry) => (entry.links ?? links) > 0);
  return linked ? found.filter(({ connected }) => connected) : found;
}

/** Whether a judge is of an entry's own pool. */
export function readsFor({ pool, pools = [] }: JudgeWhoReads, entry: EntryToRead): boolean {
  return entry.pool !== undefined && [pool, ...pools].includes(entry.pool);
}

/** Whether every two entries are joined by a chain of judges, by spreading from the first. */
export function isConnected(pairs: readonly (readonly [entry: string, judge: string])[], entries: number): boolean {
  if (entries <= 1) return true;
  const reached = new Set(pairs.slice(0, 1).map(([entry]) => entry));
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    const judges = new Set(pairs.filter(([entry]) => reached.has(entry)).map(([, judge]) => judge));
    for (const [entry, judge] of pairs) if (judges.has(judge)) reached.add(entry);
  }
  return reached.size === entries;
}

function* combinations<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = 0; first + size <= items.length; first++) {
    for (const rest of combinations(items.slice(first + 1), size - 1)) yield [items[first]!, ...rest];
  }
}
