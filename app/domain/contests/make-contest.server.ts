import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotMakeIn } from './contest-access.ts';
import { firstRules } from './contest-rules.ts';
import { hundredPoints } from './rubric.ts';
import { writeRubric } from './write-rubric.server.ts';

const twoWeeks = 14 * 86_400_000;

/** An address nobody has yet, made from the name. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = slugOf(name, 70) || 'cuoc-thi';
  const taken = await tx.contest.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (!slugs.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!slugs.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/**
 * A draft of a contest with one division, one blind round and a rubric of 100 points, to be changed as the host wishes.
 * Refused to whoever organises nothing at the host or above it.
 */
export async function makeContest({
  by,
  name,
  summary,
  hostId,
  opensAt,
  closesAt,
}: {
  by: Actor;
  name: string;
  summary: string;
  hostId: number;
  opensAt: Date;
  closesAt: Date;
}): Promise<{ id: string; slug: string }> {
  return db.$transaction(async (tx) => {
    const host = await tx.unit.findUnique({ where: { id: hostId }, select: { id: true, path: true, endsOn: true } });
    if (host === null || host.endsOn !== null) throw new NotValid({ hostId: [{ key: 'controls:problems.choice' }] });
    insistThat(whyNotMakeIn(by, host));
    // Two contests of one name at the same moment: the second waits here and takes the next address.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('contest-slug'))`;
    const contest = await tx.contest.create({
      data: {
        slug: await freeSlug(tx, name),
        name,
        summary,
        hostId,
        opensAt,
        closesAt,
        createdById: by.id,
        createdAt: now(),
        rules: { create: { number: 1, body: firstRules, byId: by.id, at: now() } },
        divisions: { create: { slug: 'chung', name: 'Bảng chung', position: 1 } },
        rounds: {
          create: {
            number: 1,
            kind: 'PRELIMINARY',
            name: 'Vòng sơ khảo',
            opensAt: closesAt,
            closesAt: new Date(closesAt.getTime() + twoWeeks),
            reviewsPerEntry: 3,
            method: 'ADJUSTED',
            blind: true,
          },
        },
      },
      select: { id: true, slug: true, rounds: { select: { id: true } } },
    });
    await writeRubric(tx, { roundId: contest.rounds[0]!.id, divisionId: null, criteria: hundredPoints });
    await recordEvent(tx, { kind: 'contest.made', by: by.id, contestId: contest.id, unitId: hostId });
    return { id: contest.id, slug: contest.slug };
  });
}
