import { randomInt } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findPlacesFor } from './find-places.server.ts';
import { mostDrafts } from './idea.ts';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** An address that says nothing of what it leads to: "nhap-k3wd8r2mfx". */
export function draftSlug(): string {
  return `nhap-${Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')}`;
}

/**
 * Begins a draft with nothing but a title; answers its address. It belongs to the person's confirmed or claimed unit
 * until they say otherwise, and to the drive of the day. Throws NotNow where too many drafts are open already.
 */
export async function beginIdea({ by, title }: { by: Actor; title: string }): Promise<{ id: string; slug: string }> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Person" where id = ${by.id}::uuid for update`;
    const open = await tx.idea.count({ where: { ownerId: by.id, state: 'DRAFT' } });
    if (open >= mostDrafts) throw new NotNow({ key: 'ideas:refusals.tooManyDrafts', values: { max: mostDrafts } });
    const at = now();
    const { units } = await findPlacesFor(tx, { personId: by.id });
    const unit = units[0] ?? null;
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
        unitId: unit?.id ?? null,
        provinceId: unit?.provinceId ?? null,
        createdAt: at,
        draft: { create: { title, unitId: unit?.id ?? null, savedAt: at } },
        members: {
          create: { kind: 'LEAD', personId: by.id, invitedById: by.id, invitedAt: at, confirmedAt: at },
        },
      },
      select: { id: true, slug: true },
    });
    await recordEvent(tx, { kind: 'idea.begun', by: by.id, ideaId: idea.id });
    return idea;
  });
}
