import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { RehearsalProblem, RehearsalReport } from './rehearsal.ts';

/** The oldest rehearsal that is still to be played; null where none is. */
export async function findRehearsalOwed(): Promise<{ id: string; problem: RehearsalProblem } | null> {
  const owed = await db.rehearsal.findFirst({
    where: { finishedAt: null, failedAt: null },
    orderBy: { at: 'asc' },
    select: { id: true, problem: true },
  });
  return owed === null ? null : { id: owed.id, problem: owed.problem as unknown as RehearsalProblem };
}

/** How many plays are done. */
export async function noteRehearsal({ id, done }: { id: string; done: number }): Promise<void> {
  await db.rehearsal.update({ where: { id }, data: { done } });
}

export async function finishRehearsal({ id, report }: { id: string; report: RehearsalReport }): Promise<void> {
  await db.rehearsal.update({
    where: { id },
    data: { report: report as object, done: report.plays, finishedAt: now() },
  });
}

export async function failRehearsal({ id }: { id: string }): Promise<void> {
  await db.rehearsal.update({ where: { id }, data: { failedAt: now() } });
}
