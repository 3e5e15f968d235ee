import { pairNetwork } from './feasible.ts';
import { CONFLICT, type Instance, ownPoolLimit, samePool } from './instance.ts';
import type { Shortage } from './problem.ts';

/** Longer lists of shortages help nobody. */
export const MOST_SHORTAGES = 20;

/**
 * Why nothing satisfies every rule, connectedness aside: irreducible shortages, no two over the same judges. Empty when
 * something does.
 *
 * What entries need and what judges are promised can be looked at apart: where one flow fills every entry within the
 * maxima and another fills every minimum within what entries need, one assignment does both (N. S. Mendelsohn,
 * A. L. Dulmage, "Some generalizations of the problem of distinct representatives", 1958; J. S. Pym, "The linking of
 * sets in graphs", 1969).
 */
export function shortages(instance: Instance): Shortage[] {
  const usable = usablePartners(instance);
  const found = [...shortOfJudges(instance, usable), ...shortOfCapacity(instance)];
  found.push(...shortGroups(instance, 'entries', false), ...shortGroups(instance, 'judges', false));
  if (found.length > 0 || instance.links === 0) return found;
  found.push(...moreLinksThanReviews(instance));
  if (found.length > 0) return found;
  return [...shortGroups(instance, 'entries', true), ...shortGroups(instance, 'judges', true)];
}

/** Whether a pair may be used: no conflict, and a judge who takes anything at all. */
export function usablePair({ affinity, max, judgeIds }: Instance, pair: number): boolean {
  return affinity[pair] !== CONFLICT && max[pair % judgeIds.length]! > 0;
}

/** How many judges could read each entry, and how many entries each judge could read. */
export function usablePartners(instance: Instance): { entries: Int32Array; judges: Int32Array } {
  const { affinity, entryIds, judgeIds } = instance;
  const entries = new Int32Array(entryIds.length);
  const judges = new Int32Array(judgeIds.length);
  for (let pair = 0; pair < affinity.length; pair++) {
    if (!usablePair(instance, pair)) continue;
    entries[Math.floor(pair / judgeIds.length)]!++;
    judges[pair % judgeIds.length]!++;
  }
  return { entries, judges };
}

function shortOfJudges(instance: Instance, usable: { entries: Int32Array }): Shortage[] {
  const { entryIds, judgeIds, reviews } = instance;
  const found = entryIds.flatMap((id, entry): Shortage[] => {
    const [needed, available] = [reviews[entry]!, usable.entries[entry]!];
    if (available >= needed) return [];
    const judges = judgeIds.filter((_, judge) => usablePair(instance, entry * judgeIds.length + judge));
    return [{ kind: 'entry-short', entries: [id], judges: judges.sort(), needed, available }];
  });
  return sortedById(found);
}

function shortOfCapacity({ reviews, max, judgeIds }: Instance): Shortage[] {
  const needed = sum(reviews);
  const available = sum(max);
  if (available >= needed) return [];
  return [{ kind: 'capacity', entries: [], judges: [...judgeIds].sort(), needed, available }];
}

function moreLinksThanReviews({ entryIds, reviews, linksOf }: Instance): Shortage[] {
  return sortedById(
    entryIds.flatMap((id, entry): Shortage[] =>
      reviews[entry]! < linksOf[entry]!
        ? [{ kind: 'links', entries: [id], judges: [], needed: linksOf[entry]!, available: reviews[entry]! }]
        : [],
    ),
  );
}

/** The side whose needs are to be filled: entries their reviews, or judges their minima. */
type Side = 'entries' | 'judges';

/**
 * Irreducible groups of one side that want more than the other side can give them all. Needs are filled one after the
 * other by augmenting paths; where one cannot be filled, it and all whose needs are tangled with its own (whom
 * alternating paths reach from it) are short together.
 */
function shortGroups(instance: Instance, side: Side, links: boolean): Shortage[] {
  const { entryIds, judgeIds, max, reviews } = instance;
  const partners = usablePartners(instance);
  const ids = side === 'entries' ? entryIds : judgeIds;
  const order = [...ids.keys()]
    // An entry without judges enough is short by itself: that has been said.
    .filter((one) => side === 'judges' || partners.entries[one]! >= reviews[one]!)
    .sort((a, b) => partners[side][a]! - partners[side][b]! || (ids[a]! < ids[b]! ? -1 : 1));
  const openJudges = max.filter((most) => most > 0).length;
  const capacityShort = sum(max) < sum(reviews);
  const covered = new Set<number>();
  const found: Shortage[] = [];
  for (const group of groupsInTurn(instance, side, links, order)) {
    const judges = judgesOf(instance, side, links, group);
    if (judges.some((judge) => covered.has(judge))) continue;
    // Short of capacity altogether: that has been said.
    if (side === 'entries' && capacityShort && judges.length === openJudges) continue;
    const irreducible = reduced(instance, side, links, group);
    for (const judge of judgesOf(instance, side, links, irreducible)) covered.add(judge);
    found.push(described(instance, side, links, irreducible));
    if (found.length === MOST_SHORTAGES) break;
  }
  return found;
}

/** Members of one side who are short together; by how much; and whether of an entry the readings within its pool count, and its links. */
interface Group {
  readonly members: readonly number[];
  readonly deficit: number;
  readonly own: (entry: number) => boolean;
  readonly beyond: (entry: number) => boolean;
  /** Whether the group is known to be irreducible. */
  readonly irreducible: boolean;
}

function* groupsInTurn(instance: Instance, side: Side, links: boolean, order: readonly number[]): Generator<Group> {
  const { entryIds, judgeIds, max, reviews } = instance;
  const member = new Uint8Array((side === 'entries' ? entryIds : judgeIds).length);
  for (const one of order) member[one] = 1;
  const { network, sink, entryNode, ownPoolNode, otherPoolsNode, judgeNode } = pairNetwork(instance, {
    towards: side === 'entries' ? 'judges' : 'entries',
    links,
    use: (pair) => member[side === 'entries' ? Math.floor(pair / judgeIds.length) : pair % judgeIds.length] === 1,
  });
  const node = side === 'entries' ? entryNode : judgeNode;
  if (side === 'entries') {
    for (const [judge, most] of max.entries()) network.addArc(judgeNode(judge), sink, most);
  } else {
    for (const [entry, count] of reviews.entries()) network.addArc(entryNode(entry), sink, count);
  }
  for (const one of order) {
    const need = needOf(instance, side, one);
    const deficit = need - network.push(node(one), sink, need);
    if (deficit === 0) continue;
    const reached = network.reachable(node(one));
    const members = order.filter((other) => reached[node(other)]);
    const own = (entry: number) => reached[ownPoolNode(entry)] === 1;
    const beyond = (entry: number) => reached[otherPoolsNode(entry)] === 1;
    // Short by one: leaving out any member frees at least one, and an alternating path leads there.
    const frees = (other: number) => {
      if (other === one || deficit === 1) return true;
      const freed = network.push(node(one), node(other), deficit);
      network.push(node(other), node(one), freed);
      return freed === deficit;
    };
    yield { members, deficit, own, beyond, irreducible: members.every(frees) };
  }
}

function needOf({ reviews, min }: Instance, side: Side, one: number): number {
  return side === 'entries' ? reviews[one]! : min[one]!;
}

/** Leaves out members while the rest is still short. */
function reduced(instance: Instance, side: Side, links: boolean, group: Group): Group {
  if (group.irreducible) return group;
  for (const left of group.members) {
    const rest = group.members.filter((member) => member !== left);
    const [shorter] = groupsInTurn(instance, side, links, rest);
    if (shorter) return reduced(instance, side, links, shorter);
  }
  return group;
}

function judgesOf(instance: Instance, side: Side, links: boolean, { members, own, beyond }: Group): number[] {
  const { judgeIds } = instance;
  if (side === 'judges') return [...members];
  return [...judgeIds.keys()].filter((judge) =>
    members.some(
      (entry) =>
        usablePair(instance, entry * judgeIds.length + judge) &&
        (!links || (samePool(instance, entry, judge) ? own(entry) : beyond(entry))),
    ),
  );
}

function described(instance: Instance, side: Side, links: boolean, group: Group): Shortage {
  const { entryIds, judgeIds, reviews } = instance;
  const needed = group.members.reduce((total, one) => {
    if (side !== 'entries' || !links) return total + needOf(instance, side, one);
    const own = ownPoolLimit(instance, one);
    return total + (group.own(one) ? own : 0) + (group.beyond(one) ? reviews[one]! - own : 0);
  }, 0);
  const judges = judgesOf(instance, side, links, group).map((judge) => judgeIds[judge]!);
  // With panels a group may be short of judges of its own alone.
  const short = links && (side === 'judges' || group.members.some(group.beyond));
  return {
    kind: short ? 'links' : side === 'entries' ? 'group-short' : 'min-unreachable',
    entries: side === 'entries' ? group.members.map((entry) => entryIds[entry]!).sort() : [],
    judges: judges.sort(),
    needed,
    available: needed - group.deficit,
  };
}

export function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function sortedById(found: Shortage[]): Shortage[] {
  return found.sort((a, b) => (a.entries[0]! < b.entries[0]! ? -1 : 1)).slice(0, MOST_SHORTAGES);
}
