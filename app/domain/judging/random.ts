/**
 * A seeded generator of uniform numbers in [0, 1): the same seed gives the same numbers on every machine.
 *
 * It is sfc32, the "small fast counting" generator of C. Doty-Humphrey's PractRand: 128 bits of state, integer
 * arithmetic only, period of at least 2^32.
 *
 * @param seed any finite number; every bit of it counts
 */
export function seededRandom(seed: number): () => number {
  const words = new Uint32Array(new Float64Array([seed]).buffer);
  let a = 0x9e3779b9;
  let b = words[0]!;
  let c = words[1]!;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let mixed = 0; mixed < 20; mixed++) next();
  return next;
}

/** Fills an array with independent standard normal numbers, two at a time, by Marsaglia's polar method. */
export function fillNormal(target: Float64Array, random: () => number): void {
  for (let k = 0; k < target.length; k += 2) {
    let u: number;
    let v: number;
    let square: number;
    do {
      u = 2 * random() - 1;
      v = 2 * random() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    target[k] = u * scale;
    if (k + 1 < target.length) target[k + 1] = v * scale;
  }
}

/** Shuffles in place (Fisher and Yates) and returns the same array. */
export function shuffle<Items extends { length: number; [index: number]: unknown }>(
  items: Items,
  random: () => number,
): Items {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const kept = items[last];
    items[last] = items[chosen];
    items[chosen] = kept;
  }
  return items;
}
