import { randomInt } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { findPlacesFor } from './find-places.server.ts';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** An address that says nothing of what it leads to: "nhap-k3wd8r2mfx". */
export function draftSlug(): string {
  return `nhap-${Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')}`;
}

/**
 * Lays down a draft with nothing but a title, and its owner as the lead. It belongs to the unit given, else to the person's confirmed or
 * claimed unit until they say otherwise, and to the drive of the day.
 */
export async function layDraft(
  tx: Tx,
  { by, title, unit }: { by: Actor; title: string; unit?: { id: number; provinceId: number | null } },
): Promise<{ id: string; slug: string }> {
  const at = now();
  const from = unit ?? (await findPlacesFor(tx, { personId: by.id })).units[0] ?? null;
  const drive = await tx.drive.findFirst({
    where: { startsOn: { lte: at }, OR: [{ endsOn: null }, { endsOn: { gte: at } }] },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    select: { id: true },
  });
  const idea = await tx.idea.create({
    data: {
      slug: draftSlug(),
      ownerId: by.id,
      driveId: drive?.id ?? null,
      unitId: from?.id ?? null,
      provinceId: from?.provinceId ?? null,
      createdAt: at,
      draft: { create: { title, unitId: from?.id ?? null, savedAt: at } },
      members: {
        create: { kind: 'LEAD', personId: by.id, invitedById: by.id, invitedAt: at, confirmedAt: at },
      },
    },
    select: { id: true, slug: true },
  });
  await recordEvent(tx, { kind: 'idea.begun', by: by.id, ideaId: idea.id });
  return idea;
}
