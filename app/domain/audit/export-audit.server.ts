import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Happening, mostExported } from './audit.ts';
import { type AuditFilter, findHappenings } from './find-happenings.server.ts';

const atOnce = 1_000;

/**
 * The history as it is shown to this person, whole (at most the newest 100,000), a thousand at a time. That it was taken, by whom and
 * narrowed to what stands in the history itself before the first row goes out. Throws what finding it would throw.
 */
export async function exportAudit({
  by,
  filter,
}: {
  by: Actor;
  filter: AuditFilter;
}): Promise<AsyncGenerator<Happening[]>> {
  const first = await findHappenings({ by, filter, limit: atOnce });
  await db.$transaction(async (tx) => {
    const unit = filter.unit === undefined ? null : await tx.unit.findUnique({ where: { slug: filter.unit } });
    const contest =
      filter.contest === undefined ? null : await tx.contest.findUnique({ where: { slug: filter.contest } });
    await recordEvent(tx, {
      kind: 'audit.exported',
      by: by.id,
      unitId: unit?.id ?? by.roles.find(({ unitId }) => unitId !== null)?.unitId ?? undefined,
      payload: {
        kind: filter.kind ?? null,
        from: filter.from ?? null,
        to: filter.to ?? null,
        contestId: contest?.id ?? null,
        ofPerson: filter.person !== undefined,
      },
    });
  });
  return pages({ by, filter, first });
}

type Page = Awaited<ReturnType<typeof findHappenings>>;

async function* pages(asked: { by: Actor; filter: AuditFilter; first: Page }): AsyncGenerator<Happening[]> {
  const { by, filter } = asked;
  let page = asked.first;
  for (let told = 0; ; ) {
    yield page.happenings;
    told += page.happenings.length;
    if (page.older === null || told >= mostExported) return;
    page = await findHappenings({ by, filter, before: page.older, limit: Math.min(atOnce, mostExported - told) });
  }
}
