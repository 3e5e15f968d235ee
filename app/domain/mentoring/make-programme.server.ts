import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { ProgrammeForm } from './mentor-form.ts';
import { mayRunProgramme } from './mentoring-access.ts';

/** A unit opens a programme that brings teams and mentors together. NotValid for an unknown unit. */
export async function makeProgramme({ by, form }: { by: Actor; form: ProgrammeForm }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const { unit: unitSlug, ...rest } = form;
    const unit = await tx.unit.findUnique({
      where: { slug: unitSlug },
      select: { id: true, path: true, endsOn: true },
    });
    if (unit === null) throw new NotValid({ unit: [{ key: 'controls:problems.choice' }] });
    insistThat(mayRunProgramme(by, { unitPath: unit.path }));
    const at = now();
    if (unit.endsOn !== null && unit.endsOn <= at) throw new NotNow({ key: 'units:refusals.ended' });
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('mentoring-programmes'))`;
    const plain = slugOf(form.name, 60) || 'chuong-trinh';
    const alike = await tx.mentoringProgramme.findMany({
      where: { slug: { startsWith: plain } },
      select: { slug: true },
    });
    const taken = new Set(alike.map(({ slug }) => slug));
    let slug = plain;
    for (let number = 2; taken.has(slug); number++) slug = `${plain}-${number}`;
    const programme = await tx.mentoringProgramme.create({
      data: { ...rest, unitId: unit.id, slug, createdById: by.id, createdAt: at },
      select: { id: true },
    });
    const payload = { programmeId: programme.id };
    await recordEvent(tx, { kind: 'programme.made', by: by.id, unitId: unit.id, payload });
    return { slug };
  });
}
