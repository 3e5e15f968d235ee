import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { removeStoredFile, storeFile } from '#app/platform/files.server.ts';

/** The oldest file of certificates that is still to be made; null where none is. */
export async function findPrintingOwed(): Promise<{ id: string; roundId: string; total: number } | null> {
  return db.certificatePrinting.findFirst({
    where: { finishedAt: null, failedAt: null },
    orderBy: { at: 'asc' },
    select: { id: true, roundId: true, total: true },
  });
}

/** How many pages are set. */
export async function notePrinting({ id, done }: { id: string; done: number }): Promise<void> {
  await db.certificatePrinting.update({ where: { id }, data: { done } });
}

/** Keeps the file; those of the round made before are removed: they may name who must no longer be named. */
export async function finishPrinting({ id, bytes }: { id: string; bytes: Uint8Array }): Promise<void> {
  const file = await storeFile(bytes);
  const printing = await db.certificatePrinting.update({
    where: { id },
    data: { file, finishedAt: now() },
    select: { roundId: true, total: true },
  });
  await db.certificatePrinting.update({ where: { id }, data: { done: printing.total } });
  const before = await db.certificatePrinting.findMany({
    where: { roundId: printing.roundId, id: { not: id }, file: { not: null } },
    select: { id: true, file: true },
  });
  for (const one of before) {
    await db.certificatePrinting.update({ where: { id: one.id }, data: { file: null } });
    await removeStoredFile(one.file!);
  }
}

export async function failPrinting({ id }: { id: string }): Promise<void> {
  await db.certificatePrinting.update({ where: { id }, data: { failedAt: now() } });
}
