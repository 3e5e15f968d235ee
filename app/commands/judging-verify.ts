import { readFileSync } from 'node:fs';
import { NoBundle } from '#app/domain/judging/record/bundle.ts';
import { type Edition, editionOfBundle } from '#app/domain/judging/record/edition.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { Unusable } from './plain-file.ts';

const usage = 'usage: npm run -s judging -- verify results.json [--root HEX]   (- for standard input)';

/**
 * `judging verify`: whether a bundle of results is what was written. Damaged bytes are an answer here, not unusable input.
 * Throws Unusable for a file that is no bundle, or a root that is none.
 */
export async function verify(args: readonly string[]): Promise<{ answer: unknown; no: boolean }> {
  const { file, root } = readArguments(args);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw new Unusable(`${file}: ${code === 'ENOENT' ? 'no such file' : code}`);
  }
  try {
    const text = new TextDecoder().decode(bytes);
    const verdict = await verifyBundle(text, { root });
    if (verdict.status === 'changed') {
      if (root !== undefined && (await verifyBundle(text)).status === 'valid') sayIfNewer(text, root);
      return { answer: verdict, no: true };
    }
    const { edition } = editionOfBundle(text);
    // A first edition goes without saying: that there are later ones a file cannot know.
    if (edition !== null && edition.number > 1) process.stderr.write(`${named(edition)}\n`);
    if (!verdict.ballots) process.stderr.write('ballots are withheld: scores were not counted again\n');
    if (!verdict.held) process.stderr.write('consistent with itself only: no --root to hold it against\n');
    return { answer: { status: verdict.status, root: verdict.root }, no: false };
  } catch (error) {
    if (error instanceof NoBundle) throw new Unusable(`${file}: not a bundle of results: ${error.message}`);
    throw error;
  }
}

/** Whole in itself, and grown since the root that is held: which edition is which. */
function sayIfNewer(text: string, root: string): void {
  const { edition, held } = editionOfBundle(text, { root });
  if (edition === null || held === null) return;
  process.stderr.write(`the root given is of ${named(held)}; the file is ${named(edition)}\n`);
  process.stderr.write(
    `hold it against the root of edition ${edition.number}, or take the file of edition ${held.number}\n`,
  );
}

function named({ number, by, round, at }: Edition): string {
  const what = {
    published: `results of round ${round} published`,
    'appeal-changed': `an appeal against round ${round} changed a result`,
  };
  return `edition ${number} (${what[by]}, ${at})`;
}

function readArguments(args: readonly string[]): { file: string; root?: string } {
  const files: string[] = [];
  let root: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '--root') {
      at += 1;
      root = args[at];
      if (root === undefined || !/^[0-9a-f]{64}$/i.test(root)) throw new Unusable('--root: 64 hexadecimal digits');
    } else if (arg !== '-' && arg.startsWith('-')) throw new Unusable(usage);
    else files.push(arg);
  }
  if (files.length !== 1) throw new Unusable(usage);
  return { file: files[0]!, root };
}
