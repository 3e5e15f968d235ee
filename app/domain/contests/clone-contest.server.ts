import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { rulesForYear, yearInVietnam } from './cloning.ts';
import { isPublic } from './contest.ts';
import { insistThat, runs, whyNotMakeIn } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { freeSlug } from './make-contest.server.ts';
import { writeRubric } from './write-rubric.server.ts';

/**
 * A draft with the rules, divisions, rounds and rubrics of another contest: any public one, or one this person runs. The rounds
 * keep their distance from the deadline, the day of ages moves by whole years; panel, entries and results stay where they were.
 * Throws NotFound, NotAllowed, and NotValid beside `hostId`.
 */
export async function cloneContest({
  by,
  from,
  name,
  summary,
  hostId,
  opensAt,
  closesAt,
}: {
  by: Actor;
  /** The slug of the contest to begin with. */
  from: string;
  name: string;
  summary: string;
  hostId: number;
  opensAt: Date;
  closesAt: Date;
}): Promise<{ id: string; slug: string }> {
  return db.$transaction(async (tx) => {
    const source = await tx.contest.findUnique({
      where: { slug: from },
      select: {
        id: true,
        openedAt: true,
        closesAt: true,
        host: { select: { path: true } },
        rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
        divisions: { orderBy: { position: 'asc' }, select: { slug: true, name: true, position: true } },
        rounds: {
          orderBy: { number: 'asc' },
          select: {
            number: true,
            kind: true,
            name: true,
            opensAt: true,
            closesAt: true,
            reviewsPerEntry: true,
            method: true,
            blind: true,
            panels: true,
            othersMarks: true,
            panelUnits: { select: { unitId: true } },
            rubrics: {
              select: {
                division: { select: { slug: true } },
                criteria: {
                  orderBy: { position: 'asc' },
                  select: {
                    name: true,
                    description: true,
                    weight: true,
                    min: true,
                    max: true,
                    step: true,
                    anchors: { orderBy: { mark: 'asc' }, select: { mark: true, text: true } },
                  },
                },
              },
            },
          },
        },
      },
    });
    if (source === null) throw new NotFound();
    if (!isPublic(source) && !runs(by, { id: source.id, hostPath: source.host.path })) throw new NotFound();
    const host = await tx.unit.findUnique({ where: { id: hostId }, select: { id: true, path: true, endsOn: true } });
    if (host === null || host.endsOn !== null) throw new NotValid({ hostId: [{ key: 'controls:problems.choice' }] });
    insistThat(whyNotMakeIn(by, host));
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('contest-slug'))`;
    const years = yearInVietnam(closesAt) - yearInVietnam(source.closesAt);
    const later = (at: Date) => new Date(at.getTime() + closesAt.getTime() - source.closesAt.getTime());
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
        clonedFromId: source.id,
        rules: {
          create: {
            number: 1,
            body: rulesForYear(readRules(source.rules[0]?.body), years),
            byId: by.id,
            at: now(),
          },
        },
        divisions: { createMany: { data: source.divisions } },
        rounds: {
          createMany: {
            data: source.rounds.map(({ rubrics: _, panelUnits: __, opensAt: opens, closesAt: closes, ...round }) => ({
              ...round,
              opensAt: later(opens),
              closesAt: later(closes),
            })),
          },
        },
      },
      select: {
        id: true,
        slug: true,
        divisions: { select: { id: true, slug: true } },
        rounds: { select: { id: true, number: true } },
      },
    });
    const divisionOf = new Map(contest.divisions.map(({ id, slug }) => [slug, id]));
    for (const { number, rubrics, panelUnits } of source.rounds) {
      const roundId = contest.rounds.find((round) => round.number === number)!.id;
      await tx.panelUnit.createMany({ data: panelUnits.map(({ unitId }) => ({ roundId, unitId })) });
      for (const { division, criteria } of rubrics) {
        await writeRubric(tx, {
          roundId,
          divisionId: division === null ? null : divisionOf.get(division.slug)!,
          criteria,
        });
      }
    }
    await recordEvent(tx, {
      kind: 'contest.made',
      by: by.id,
      contestId: contest.id,
      unitId: hostId,
      payload: { from: source.id },
    });
    return { id: contest.id, slug: contest.slug };
  });
}
