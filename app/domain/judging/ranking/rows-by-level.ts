/** Rows by rising level, those of one level in the order given (a counting sort). */
export function rowsByLevel(of: Int32Array, count: number, rows: Int32Array): Int32Array {
  const next = new Int32Array(count + 1);
  for (const level of of) next[level + 1]!++;
  for (let level = 0; level < count; level++) next[level + 1]! += next[level]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[next[of[row]!]!++] = row;
  return sorted;
}
