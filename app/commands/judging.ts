import { parseArgs } from 'node:util';
import { UnusableInput } from '#app/domain/judging/unusable-input.ts';
import { noModelInWords, shortageInWords } from './judging-words.ts';
import { answerWith, readJson, readText, Unusable } from './plain-file.ts';

const usage =
  'usage: npm run -s judging -- assign FILE [--seconds N] | rank FILE [--cut N] [--seed S] | verify FILE [--root HEX]   (- for standard input)';

// Each command loads what it alone needs: starting is a good part of what a small file takes.
const commands = { assign: assignFile, rank: rankFile, verify: verifyFile };

await answerWith(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!Object.hasOwn(commands, name)) throw new Unusable(usage);
  try {
    return await commands[name as keyof typeof commands](args);
  } catch (error) {
    if (error instanceof UnusableInput) throw new Unusable(error.message);
    throw error;
  }
});

/** `judging assign`: who reads what, or why nobody can. */
async function assignFile(args: string[]): Promise<{ answer: unknown; no: boolean }> {
  const { options, file } = readArguments(args, ['seconds']);
  const seconds = options.seconds === undefined ? 60 : Number(options.seconds);
  if (!(seconds > 0 && Number.isFinite(seconds))) throw new Unusable('--seconds: a number above 0');
  const { assign } = await import('#app/domain/judging/assignment/assign.ts');
  const { readProblem } = await import('#app/domain/judging/assignment/read-problem.ts');
  const { problem, unknownFields } = readProblem(readJson(file));
  for (const field of unknownFields) warn(`problem: ${field}: unknown field, not used`);
  const result = await assign(problem, { seconds });
  if (result.status !== 'infeasible') return { answer: result, no: false };
  const reasons = result.shortages.map((shortage) => {
    const { kind, entries, judges, needed, available } = shortage;
    return { kind, entries, judges, needed, available, why: shortageInWords(shortage) };
  });
  return { answer: { status: result.status, reasons }, no: true };
}

/** `judging rank`: marks adjusted for severity, and how sure each rank is. */
async function rankFile(args: string[]): Promise<{ answer: unknown; no: boolean }> {
  const { options, file } = readArguments(args, ['cut', 'seed']);
  const cut = options.cut === undefined ? undefined : Number(options.cut || Number.NaN);
  if (cut !== undefined && !(Number.isSafeInteger(cut) && cut >= 1)) throw new Unusable('--cut: a whole number from 1');
  const seed = Number(options.seed ?? 1);
  if (!Number.isSafeInteger(seed)) throw new Unusable('--seed: a whole number');
  const { rank } = await import('#app/domain/judging/ranking/rank.ts');
  const { readScores } = await import('#app/domain/judging/ranking/read-scores.ts');
  const { scores, repeated } = readScores(await tableOf(file));
  for (const { entry, judge, rows } of repeated) {
    const [who, what] = [JSON.stringify(judge), JSON.stringify(entry)];
    warn(`rows ${rows.join(', ')}: judge ${who} marked entry ${what} ${rows.length} times, and each mark counts`);
  }
  const { n, mu, variance, model, why, ...lists } = rank(scores, { cut, seed });
  return { answer: { n, mu, variance, model, ...(why && { why: noModelInWords(why) }), ...lists }, no: false };
}

/** `judging verify`: whether a published bundle is what its root says. */
async function verifyFile(args: string[]): Promise<{ answer: unknown; no: boolean }> {
  const { verify } = await import('./judging-verify.ts');
  return verify(args);
}

function readArguments(args: string[], names: string[]): { options: Record<string, string | undefined>; file: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Unusable(usage);
    return { options: values as Record<string, string | undefined>, file };
  } catch {
    throw new Unusable(usage);
  }
}

async function tableOf(file: string): Promise<string[][]> {
  const text = readText(file);
  const { parse } = await import('csv-parse/sync');
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number };
    throw new Unusable(`row ${lines ?? 1}: not CSV: ${message.replaceAll(/\s+/g, ' ')}`);
  }
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}
