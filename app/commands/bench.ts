import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench -- NAME …`: runs tests/bench/NAME.ts, which measures something and prints what it saw. */
const folder = new URL('../../tests/bench/', import.meta.url);
const names = readdirSync(fileURLToPath(folder))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

const [name = '', ...args] = process.argv.slice(2);
const bench = names.includes(name) ? ((await import(new URL(`${name}.ts`, folder).href)) as { default?: unknown }) : {};
if (typeof bench.default === 'function') await bench.default(args);
else {
  console.error(`usage: npm run bench -- NAME …   where NAME is a measurement in tests/bench: ${names.join(', ')}`);
  process.exitCode = 2;
}
