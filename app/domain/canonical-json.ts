/** What JSON can hold. A property that is undefined counts as absent. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

const deepest = 500;

/**
 * The one text of a JSON value (RFC 8785): no blanks, names in the order of their UTF-16 units, numbers as ECMAScript
 * writes them. Equal values give equal texts, whatever order they were put together in.
 * Throws TypeError, naming the place, for what I-JSON cannot carry: a number that is not finite, half a surrogate pair,
 * anything that is not plain data, a nesting deeper than 500.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0);
}

function write(value: unknown, place: string, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value, place);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${place}: not a finite number`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`${place}: ${typeof value} is not JSON`);
  if (depth >= deepest) throw new TypeError(`${place}: nested too deeply`);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => write(item, `${place}[${index}]`, depth + 1)).join(',')}]`;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${place}: not plain data`);
  // The order of UTF-16 units is what comparing strings with < means here.
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members
    .map(([name, item]) => `${writeText(name, place)}:${write(item, `${place}.${name}`, depth + 1)}`)
    .join(',')}}`;
}

function writeText(text: string, place: string): string {
  if (!text.isWellFormed()) throw new TypeError(`${place}: half a surrogate pair`);
  return JSON.stringify(text);
}
