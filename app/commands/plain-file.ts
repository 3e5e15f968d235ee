import { readFileSync } from 'node:fs';

/** A command called wrongly, or input that cannot be used: one line, exit 2. */
export class Unusable extends Error {}

/** The text of a named file, or of standard input for `-`, without a byte order mark. Throws Unusable. */
export function readText(name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(name === '-' ? 0 : name));
  } catch (error) {
    throw new Unusable(`${name}: ${error instanceof TypeError ? 'not UTF-8' : reasonOf(error)}`);
  }
}

/** The JSON of a named file, or of standard input for `-`. Throws Unusable. */
export function readJson(name: string): unknown {
  const text = readText(name);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unusable(`${name}: not JSON: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'a folder, not a file';
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
}

/**
 * Runs a command of plain files: its answer goes to standard output as JSON and nothing else does. Exit 0 when answered, 1 where
 * the answer is "no", 2 with one line on standard error for unusable input.
 */
export async function answerWith(command: () => Promise<{ answer: unknown; no?: boolean }>): Promise<void> {
  try {
    const { answer, no = false } = await command();
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    process.exitCode = no ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
