import { randomBytes } from 'node:crypto';
import { takesEntries } from '#app/domain/contests/contest.ts';
import { readRules } from '#app/domain/contests/contest-rules.ts';
import { writeReceipt } from '#app/domain/contests/entry.ts';
import { findCandidates } from '#app/domain/contests/find-candidates.server.ts';
import { keepEntry } from '#app/domain/contests/keep-entry.server.ts';
import { lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { inTurn } from '#app/platform/turns.server.ts';
import { lockReceivedNomination } from './lock-received-nomination.server.ts';

/** Rules a nomination stands in the place of: who may enter, who does it, how many, and that the version was taken by moderators. */
const replaced: ReadonlySet<string> = new Set(
  ['notLead', 'declined', 'notPublished', 'notFromHost', 'notConfirmed', 'unitShare'].concat([
    'leadsTooMany',
    'inTooMany',
    'soloTooMany',
    'noUnit',
    'unitFull',
  ]),
);

/**
 * The receiving unit enters an accepted package into a contest of its own that takes entries: the very version that won, with the team
 * that agreed, into a division. Ages, the size of the team, fields, files, what would give the team away and the division's own
 * conditions hold as for everyone. What the contest asks of every team is left for the lead, who answers on the entry's page until the
 * deadline and may withdraw the entry there. Throws NotFound, NotAllowed, NotNow, and NotValid beside `into`.
 */
export async function takeNomination({
  by,
  id,
  contest: slug,
  division,
}: {
  by: Actor;
  id: string;
  /** Slugs. */
  contest: string;
  division: string;
}): Promise<{ slug: string; number: number }> {
  const at = now();
  return inTurn(`entries of ${slug}`, () =>
    db.$transaction(async (tx) => {
      // The contest first, as everyone who enters does; whether it is there is nobody's to learn who does not receive.
      await tx.$queryRaw`select 1 from "Contest" where slug = ${slug} for update`;
      const nomination = await lockReceivedNomination(tx, { by, id });
      if (nomination.acceptedAt === null) throw new NotNow({ key: 'awards:refusals.acceptFirst' });
      if (nomination.takenId !== null) throw new NotNow({ key: 'awards:refusals.takenAlready' });
      const wrong = new NotValid({ into: [{ key: 'controls:problems.choice' }] });
      const there = await tx.contest.count({ where: { slug, hostId: nomination.toUnit.id, openedAt: { not: null } } });
      if (there === 0) throw wrong;
      const contest = await lockContest(tx, { slug });
      if (!takesEntries(contest, at)) throw new NotNow({ key: 'contests:refusals.entriesClosed' });
      const into = await tx.division.findUnique({
        where: { contestId_slug: { contestId: contest.id, slug: division } },
        select: { id: true, slug: true },
      });
      if (into === null) throw wrong;
      const { entry } = nomination;
      const lead = entry.members.find(({ kind }) => kind === 'LEAD') ?? entry.members[0]!;
      const [candidate] = await findCandidates(tx, {
        contest,
        rules: readRules(contest.rules[0]?.body),
        leadId: lead.person.id,
        ideaIds: [entry.ideaId],
        versionNumber: entry.version.number,
        at,
      });
      if (candidate === undefined) throw new NotNow({ key: 'awards:refusals.ideaGone' });
      const broken = [...candidate.broken, ...(candidate.brokenIn[into.slug] ?? [])].filter(
        ({ key }) => !replaced.has(key.replace('contests:breaks.', '')),
      );
      if (broken.length > 0) throw new NotValid({ into: broken });
      const last = await tx.entry.aggregate({ where: { contestId: contest.id }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      const made = await tx.entry.create({
        data: {
          contestId: contest.id,
          divisionId: into.id,
          ideaId: entry.ideaId,
          versionId: entry.version.id,
          number,
          receipt: writeReceipt({ year: at.getUTCFullYear(), number, bytes: randomBytes(64) }),
          pool: into.slug,
          enteredById: lead.person.id,
          enteredAt: at,
          members: { createMany: { data: entry.members.map(({ kind, person }) => ({ kind, personId: person.id })) } },
        },
        select: { id: true },
      });
      await tx.nomination.update({ where: { id }, data: { takenId: made.id } });
      await keepEntry(tx, { kind: 'entry-made', contestId: contest.id, entryId: made.id });
      await recordEvent(tx, {
        kind: 'entry.made',
        by: by.id,
        contestId: contest.id,
        ideaId: entry.ideaId,
        entryId: made.id,
        payload: { number, nominationId: id },
      });
      return { slug, number };
    }),
  );
}
