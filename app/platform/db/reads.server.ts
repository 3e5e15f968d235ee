import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Which tables a piece of work reads. The commands and the built site are two module graphs in one process with one database client
 * between them, so this is kept on the global object.
 */
type Reading = { tables: Set<string> | null };

const key = Symbol.for('y-hay.reads');
const holder = globalThis as { [key]?: AsyncLocalStorage<Reading> };
holder[key] ??= new AsyncLocalStorage<Reading>();
const readings = holder[key];

/** Does the work and answers, beside its result, the tables it has read by `db`, by SQL or as noted. */
export async function trackReads<T>(work: () => Promise<T>): Promise<{ result: T; tables: ReadonlySet<string> }> {
  const tables = new Set<string>();
  // The client sends a call when it is waited for, so the waiting belongs inside.
  const result = await readings.run({ tables }, async () => await work());
  return { result, tables };
}

/** What is read in `work` does not count: whoever calls this has noted what the answer hangs on. */
export function untracked<T>(work: () => Promise<T>): Promise<T> {
  return readings.run({ tables: null }, async () => await work());
}

/** Says that the work under way hangs on these tables, read by a way that is not the database client. */
export function noteReads(...tables: string[]): void {
  const { tables: noted } = readings.getStore() ?? {};
  if (noted) for (const table of tables) noted.add(table);
}

type Fields = Record<string, { type: string; isRelation: boolean }>;

/** What a data model says of its relations. */
export type Relations = (model: string) => Fields | undefined;

/**
 * Notes what one call of the client reads: the model it is called on, and every model its arguments reach through a relation. Done in the
 * caller's own context, since the client sends look-ups of several callers together.
 */
export function noteCall(
  call: { model?: string; args: unknown },
  relations: Relations,
  isTable: (name: string) => boolean,
): void {
  const { tables } = readings.getStore() ?? {};
  if (!tables) return;
  if (call.model !== undefined) {
    tables.add(call.model);
    noteArguments(tables, call.model, call.args, relations);
    return;
  }
  for (const [, name] of sqlOf(call.args).matchAll(/"([A-Z]\w*)"/g)) if (isTable(name!)) tables.add(name!);
}

function noteArguments(tables: Set<string>, model: string, args: unknown, relations: Relations): void {
  if (Array.isArray(args)) {
    for (const one of args) noteArguments(tables, model, one, relations);
    return;
  }
  if (typeof args !== 'object' || args === null || args instanceof Date) return;
  const fields = relations(model);
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined || value === false) continue;
    const field = fields?.[name];
    if (field?.isRelation) {
      tables.add(field.type);
      noteArguments(tables, field.type, value, relations);
    } else if (field === undefined) {
      noteArguments(tables, model, value, relations);
    }
  }
}

/** The text of a raw statement, however it was given to the client. */
function sqlOf(args: unknown): string {
  if (typeof args === 'string') return args;
  if (Array.isArray(args)) return args.map((one) => (typeof one === 'string' ? one : sqlOf(one))).join(' ');
  if (typeof args !== 'object' || args === null) return '';
  const { sql, strings } = args as { sql?: unknown; strings?: unknown };
  if (typeof sql === 'string') return sql;
  return Array.isArray(strings) ? strings.join(' ') : '';
}
