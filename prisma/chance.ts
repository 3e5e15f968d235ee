/** Chance that comes out the same for the same seed (mulberry32), so that what was loaded or measured can be had again. */
export type Chance = {
  /** From 0 inclusive to 1 exclusive. */
  next: () => number;
  /** A whole number from 0 to `below` exclusive. */
  below: (below: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (items) => items[below(items.length)]! };
}
