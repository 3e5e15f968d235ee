import { commitmentOf, hashOfRecord, noRecord } from '#app/domain/history/record/record.ts';
import { isRecordKind, publicKinds, recordBodies } from '#app/domain/history/record/record-body.ts';
import { BrokenBundle, type BundledRecord, bundledRecord, readBundle } from './bundle.ts';
import { Contradiction, replay } from './replay.ts';

export type Verdict =
  | {
      status: 'valid';
      /** Hash of the last record. */
      root: string;
      /** False where no root was given to hold against: then the bundle is consistent with itself only. */
      held: boolean;
      /** Whether every ballot was there to count again. */
      ballots: boolean;
    }
  | { status: 'changed'; record: number; why: string };

/**
 * Checks a bundle's text: every hash, link and commitment; then that scores, ranks and passes follow from rules and ballots.
 * Names the first record that was changed. Throws NoBundle for a text that is none. Works in a browser as in Node.
 *
 * @param root what the bundle must end with, from somewhere its owner could not reach (a mail, the minutes)
 */
export async function verifyBundle(text: string, { root }: { root?: string } = {}): Promise<Verdict> {
  try {
    const { records: raw, root: named } = readBundle(text);
    const records = await checkChain(raw);
    const last = records.at(-1)!;
    if (named !== last.hash) throw new Contradiction(last.n, 'the root in the file is not its hash');
    const whole = last.n === records.length;
    await replay(records);
    if (root !== undefined) holdAgainst(records, root.toLowerCase());
    return { status: 'valid', root: last.hash, held: root !== undefined, ballots: whole };
  } catch (error) {
    if (error instanceof Contradiction) return { status: 'changed', record: error.record, why: error.message };
    if (error instanceof BrokenBundle) return { status: 'changed', record: error.record, why: error.message };
    throw error;
  }
}

/** Records may be missing only from a public bundle, and that holds nothing but public kinds. */
function mayHaveGaps(raw: readonly unknown[]): boolean {
  const kinds = raw.map((value) => String((value as { kind?: unknown } | null)?.kind));
  return kinds.every((kind) => !isRecordKind(kind) || publicKinds.includes(kind));
}

async function checkChain(raw: readonly unknown[]): Promise<BundledRecord[]> {
  const gaps = mayHaveGaps(raw);
  const records: BundledRecord[] = [];
  for (const value of raw) {
    const last = records.at(-1);
    const next = (last?.n ?? 0) + 1;
    const follows = (value as { previous?: unknown } | null)?.previous === (last?.hash ?? noRecord);
    const said = (value as { n?: unknown } | null)?.n;
    const number = follows || !gaps || typeof said !== 'number' || !(said > next) ? next : said;
    const parsed = bundledRecord.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      const field = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
      throw new Contradiction(number, `${field || 'record'}: not as a record has it`);
    }
    const record = parsed.data;
    if ((await attempt(number, () => hashOfRecord(record))) !== record.hash) {
      throw new Contradiction(number, 'hash: not the hash of this record');
    }
    if (record.n !== number) throw new Contradiction(number, `is missing: record ${record.n} stands in its place`);
    if (record.n === next && !follows) throw new Contradiction(number, 'previous: not the hash of the record before');
    if (!isRecordKind(record.kind)) throw new Contradiction(number, 'kind: unknown');
    const body = recordBodies[record.kind].safeParse(record.body);
    if (!body.success)
      throw new Contradiction(number, `body.${body.error.issues[0]!.path.join('.')}: not as its kind has it`);
    if (record.opened !== undefined) {
      const { opened } = record;
      if ((await attempt(number, () => commitmentOf(opened))) !== record.commitment) {
        throw new Contradiction(number, 'opened: not what the commitment says');
      }
    }
    records.push(record);
  }
  return records;
}

async function attempt(record: number, hash: () => Promise<string>): Promise<string> {
  try {
    return await hash();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw new Contradiction(record, error.message);
    throw error;
  }
}

/** Throws Contradiction unless the chain ends with the root that somebody held. */
function holdAgainst(records: readonly BundledRecord[], root: string): void {
  const at = records.findIndex(({ hash }) => hash === root);
  if (at === -1) {
    throw new Contradiction(
      1,
      'no record has the root that was given: everything from here on may have been written anew',
    );
  }
  const next = records[at + 1];
  if (next !== undefined) {
    throw new Contradiction(
      next.n,
      `was added after the root that was given, which is the hash of record ${records[at]!.n}`,
    );
  }
}
