import { allWatched, changedSince, changeMoment, hearsChanges } from './db/changes.server.ts';
import { noteReads, trackReads } from './db/reads.server.ts';

/**
 * What is the same for everybody and is asked for all the time. Kept on the global object: the commands and the built site are two module
 * graphs in one process.
 */
type Shared = { value: Promise<{ result: unknown; tables: ReadonlySet<string> }>; moment: number; ends: number };

const key = Symbol.for('y-hay.shared-reads');
const holder = globalThis as { [key]?: Map<string, Shared> };
holder[key] ??= new Map();
const shared = holder[key];

const most = 1_000;

/**
 * The result of `work`, read once for all who ask while nothing that it has read changes; under `name`, which says everything it hangs on
 * beside the database. For what hangs on no person and on no time; nobody may change the result. Where changes are not heard of, `work` is
 * done each time. `longest` in milliseconds; a result that `keeps` does not want is for those alone who waited for it.
 */
export async function sharedRead<T>(
  name: string,
  work: () => Promise<T>,
  { longest = 60_000, keeps = () => true }: { longest?: number; keeps?: (result: T) => boolean } = {},
): Promise<T> {
  if (!hearsChanges()) return work();
  const there = shared.get(name);
  if (there !== undefined && performance.now() < there.ends) {
    const { result, tables } = await there.value;
    if (!changedSince(tables, there.moment) && allWatched(tables)) {
      noteReads(...tables);
      return result as T;
    }
  }
  const value = trackReads(work);
  const reading: Shared = { value, moment: changeMoment(), ends: performance.now() + longest };
  shared.delete(name);
  shared.set(name, reading);
  if (shared.size > most) shared.delete(shared.keys().next().value!);
  try {
    const { result, tables } = await value;
    if (!keeps(result) && shared.get(name) === reading) shared.delete(name);
    noteReads(...tables);
    return result;
  } catch (error) {
    if (shared.get(name) === reading) shared.delete(name);
    throw error;
  }
}
