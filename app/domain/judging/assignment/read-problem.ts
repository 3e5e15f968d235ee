import { UnusableInput } from '#app/domain/judging/unusable-input.ts';
import type { AssignmentMode, AssignmentProblem, EntryToRead, JudgeWhoReads } from './problem.ts';

const FIELDS = new Set(['entries', 'judges', 'affinity', 'conflicts', 'links', 'mode', 'seed']);

/** What the solver counts in. */
const LARGEST = 2 ** 31 - 1;

/**
 * Takes an assignment problem from parsed JSON.
 *
 * @returns the problem, and the fields of it that mean nothing here (a misspelt one would otherwise go unnoticed)
 * @throws UnusableInput for anything that does not fit, naming record and field
 */
export function readProblem(json: unknown): { problem: AssignmentProblem; unknownFields: string[] } {
  if (!isRecord(json)) throw new UnusableInput('problem', 'entries', 'the file must hold one JSON object');
  const links = wholeNumber('problem', 'links', json.links ?? 0, 0);
  const entries = list(json, 'entries').map((entry, index) => readEntry(entry, index, links > 0));
  const judges = list(json, 'judges').map((judge, index) => readJudge(judge, index, links > 0));
  const entryIds = distinctIds('entries', entries);
  const judgeIds = distinctIds('judges', judges);
  const problem: AssignmentProblem = {
    entries,
    judges,
    affinity: readPairs(json, 'affinity', entryIds, judgeIds).map(({ record, entry, judge, third }) => {
      if (typeof third !== 'number' || !(third >= 0 && third <= 1)) {
        throw new UnusableInput(record, 'affinity', `must be a number from 0 to 1, not ${shown(third)}`);
      }
      return [entry, judge, third];
    }),
    conflicts: readPairs(json, 'conflicts', entryIds, judgeIds).map(({ record, entry, judge, third }) => {
      if (third === undefined || third === null) return [entry, judge];
      if (typeof third !== 'string') throw new UnusableInput(record, 'why', `must be text, not ${shown(third)}`);
      return [entry, judge, third];
    }),
    links,
    mode: readMode(json.mode ?? 'best-total'),
    seed: wholeNumber('problem', 'seed', json.seed ?? 1, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  };
  return { problem, unknownFields: Object.keys(json).filter((field) => !FIELDS.has(field)) };
}

function readEntry(entry: unknown, index: number, inPools: boolean): EntryToRead {
  const { record, id, fields } = readRecord(entry, `entries[${index}]`);
  const reviews = wholeNumber(record, 'reviews', fields.reviews, 1);
  return { id, reviews, ...readPool(record, fields.pool, inPools) };
}

function readJudge(judge: unknown, index: number, inPools: boolean): JudgeWhoReads {
  const { record, id, fields } = readRecord(judge, `judges[${index}]`);
  // Some write a very large number for "as many as there are".
  const max = Math.min(LARGEST, wholeNumber(record, 'max', fields.max, 0, Number.MAX_SAFE_INTEGER));
  const min = wholeNumber(record, 'min', fields.min ?? 0, 0);
  if (min > max) throw new UnusableInput(record, 'min', `${min} is more than max, ${max}`);
  return { id, min, max, ...readPool(record, fields.pool, inPools) };
}

function readRecord(json: unknown, place: string): { record: string; id: string; fields: Record<string, unknown> } {
  if (!isRecord(json)) throw new UnusableInput(place, 'id', `must be an object, not ${shown(json)}`);
  const { id } = json;
  if (typeof id !== 'string' || id === '') {
    throw new UnusableInput(place, 'id', `must be a text that is not empty, not ${shown(id)}`);
  }
  return { record: `${place} ${JSON.stringify(id)}`, id, fields: json };
}

function readPool(record: string, pool: unknown, inPools: boolean): { pool?: string } {
  if (pool === undefined || pool === null) {
    if (inPools) throw new UnusableInput(record, 'pool', 'missing, and links need everyone to name one');
    return {};
  }
  if (typeof pool !== 'string') throw new UnusableInput(record, 'pool', `must be text, not ${shown(pool)}`);
  return { pool };
}

function readMode(mode: unknown): AssignmentMode {
  if (mode === 'best-total' || mode === 'fairest') return mode;
  throw new UnusableInput('problem', 'mode', `must be "best-total" or "fairest", not ${shown(mode)}`);
}

function readPairs(
  json: Record<string, unknown>,
  field: 'affinity' | 'conflicts',
  entries: ReadonlyMap<string, number>,
  judges: ReadonlyMap<string, number>,
): { record: string; entry: string; judge: string; third: unknown }[] {
  const seen = new Set<number>();
  return list(json, field, []).map((pair, index) => {
    const record = `${field}[${index}]`;
    if (!Array.isArray(pair) || pair.length < 2 || pair.length > 3) {
      throw new UnusableInput(record, 'entry', 'must be a list of entry, judge and one thing more');
    }
    const [entry, judge, third] = pair as unknown[];
    const entryIndex = typeof entry === 'string' ? entries.get(entry) : undefined;
    const judgeIndex = typeof judge === 'string' ? judges.get(judge) : undefined;
    if (entryIndex === undefined) throw new UnusableInput(record, 'entry', `no entry has the id ${shown(entry)}`);
    if (judgeIndex === undefined) throw new UnusableInput(record, 'judge', `no judge has the id ${shown(judge)}`);
    const number = entryIndex * judges.size + judgeIndex;
    if (seen.has(number))
      throw new UnusableInput(record, 'entry', `the pair ${shown(entry)}, ${shown(judge)} is given twice`);
    seen.add(number);
    return { record, entry: entry as string, judge: judge as string, third };
  });
}

function distinctIds(field: string, records: readonly { id: string }[]): Map<string, number> {
  const ids = new Map<string, number>();
  records.forEach(({ id }, index) => {
    if (ids.has(id)) throw new UnusableInput(`${field}[${index}]`, 'id', `${shown(id)} is given twice`);
    ids.set(id, index);
  });
  return ids;
}

function list(json: Record<string, unknown>, field: string, without?: unknown[]): unknown[] {
  const value = json[field] ?? without;
  if (!Array.isArray(value)) throw new UnusableInput('problem', field, `must be a list, not ${shown(json[field])}`);
  return value;
}

function wholeNumber(record: string, field: string, value: unknown, least: number, most = LARGEST): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const from = least === Number.MIN_SAFE_INTEGER ? '' : ` from ${least}`;
  const to = typeof value === 'number' && value > most ? ` to ${most}` : '';
  throw new UnusableInput(record, field, `must be a whole number${from}${to}, not ${shown(value)}`);
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
