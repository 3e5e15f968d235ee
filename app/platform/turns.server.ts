const last = new Map<string, Promise<unknown>>();

/**
 * Does work of one key one after the other in this process, in the order it came. What would wait for one row in the database waits here
 * instead: a thousand at once leave the connections to everybody else.
 */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const own = (last.get(key) ?? Promise.resolve()).then(work);
  const settled = own.then(
    () => {},
    () => {},
  );
  last.set(key, settled);
  settled.then(() => {
    if (last.get(key) === settled) last.delete(key);
  });
  return own;
}
