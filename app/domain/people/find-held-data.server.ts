import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import type { Actor } from './actor.ts';
import { dayKept } from './day.ts';
import { heldColumns } from './held-data.ts';
import { tooMany } from './too-many.ts';

type Reading = { findMany: (query: { where: object; select: object; take: number }) => Promise<object[]> };

/** More of one kind than any person has; a list that reaches it says so. */
const mostOfOneKind = 20_000;

/** The rows of one relation, cut to the columns that belong into the download. */
async function rowsOf(relation: string, personId: string): Promise<object[]> {
  const [model = '', field = ''] = relation.split('.');
  const reading = (db as unknown as Record<string, Reading>)[model[0]!.toLowerCase() + model.slice(1)]!;
  const select = Object.fromEntries(heldColumns[relation]!.map((column) => [column, true]));
  return reading.findMany({ where: { [field]: { id: personId } }, select, take: mostOfOneKind });
}

/**
 * Everything that is held about a person, as plain data: what they are, what they wrote, what they agreed to and what they
 * did, and nothing of anybody else. Put on record; at most ten times a day.
 */
export async function findHeldData({ by }: { by: Actor }): Promise<Record<string, unknown>> {
  const allowed = await countAgainst({ key: `own-data:${by.id}`, max: 10, seconds: 86_400 });
  if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
  const person = await db.person.findUniqueOrThrow({
    where: { id: by.id },
    select: {
      id: true,
      fullName: true,
      birthDate: true,
      email: true,
      emailVerifiedAt: true,
      userName: true,
      phone: true,
      guardianPhone: true,
      language: true,
      createdAt: true,
      termsVersion: true,
      termsAcceptedAt: true,
    },
  });
  const relations: Record<string, object[]> = {};
  for (const relation of Object.keys(heldColumns)) {
    const rows = await rowsOf(relation, by.id);
    if (rows.length > 0) relations[relation] = rows;
  }
  const drafts = await db.ideaDraft.findMany({
    where: { idea: { ownerId: by.id } },
    omit: { fieldId: true, unitId: true },
  });
  const sheets = await db.scoresheet.findMany({
    where: { judge: { personId: by.id } },
    select: {
      assignedAt: true,
      submittedAt: true,
      calibration: true,
      noteToTeam: true,
      noteToPanel: true,
      marks: { select: { criterionId: true, value: true, standing: true, receivedAt: true } },
    },
    take: mostOfOneKind,
  });
  const acts = await db.event.findMany({
    where: { OR: [{ byId: by.id }, { personId: by.id }] },
    orderBy: { id: 'asc' },
    select: { at: true, kind: true, byId: true },
    take: mostOfOneKind,
  });
  await db.$transaction((tx) => recordEvent(tx, { kind: 'person.data-taken', by: by.id, personId: by.id }));
  return {
    madeAt: now(),
    person: { ...person, birthDate: dayKept(person.birthDate) },
    drafts,
    ...relations,
    scoresheets: sheets,
    acts: acts.map(({ at, kind, byId }) => ({ at, kind, by: byId === by.id ? 'you' : 'another or the clock' })),
  };
}
