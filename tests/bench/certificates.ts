/**
 * npm run bench -- certificates [WINNERS 1000] [--keep FILE]: publishes a round with so many winners in teams of four and sets their certificates as
 * one file, as the site does beside its other work. Says the seconds, how often progress was told, what an event loop beside it waited, and (where
 * poppler's pdftoppm is) that the QR code of the first, the middle and the last page leads to the number printed there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default async function certificates(args: string[]): Promise<void> {
  const winners = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1000);
  const keep = args.includes('--keep') ? args[args.indexOf('--keep') + 1] : undefined;
  const scratch = await mkdtemp(path.join(tmpdir(), 'y-hay-certificates-'));
  // Settings are read once, with the first module that asks for them.
  process.env.DATA_DIR = scratch;
  const { withEmptyBank } = await import('#tests/support/empty-bank.ts');
  const { printMany } = await import('#tests/support/many-certificates.ts');
  try {
    await withEmptyBank(() => printMany({ winners, scratch, keep }));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
