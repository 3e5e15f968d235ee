import { afterEach, beforeEach } from 'vitest';

let said: string[] = [];
let expected = false;

/** For the rare test whose point is that something is reported. Answers what was said so far. */
export function expectConsoleError(): () => string[] {
  expected = true;
  return () => said;
}

/** Whatever is written to console.error fails the test that wrote it. */
export function failOnConsoleError(): void {
  const original = console.error;
  beforeEach(() => {
    said = [];
    expected = false;
    console.error = (...words: unknown[]) => {
      said.push(words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' '));
    };
  });
  afterEach(() => {
    console.error = original;
    if (said.length > 0 && !expected) throw new Error(`console.error was called:\n${said.join('\n')}`);
  });
}
