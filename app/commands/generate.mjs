// Writes Prisma's client. Plain JavaScript, since the client is what the TypeScript needs first. The CLI wants a schema
// engine on disk and would download one, but `generate` never runs it: any executable will do.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
if (status !== 0) console.error(`${stdout}${stderr}`);
process.exitCode = status ?? 1;
