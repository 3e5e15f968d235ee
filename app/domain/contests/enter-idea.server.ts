import { randomBytes } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { inTurn } from '#app/platform/turns.server.ts';
import { isPublic, takesEntries, takesEntriesUntil } from './contest.ts';
import { readRules } from './contest-rules.ts';
import { writeReceipt } from './entry.ts';
import { readAnswers } from './entry-answers.ts';
import { findCandidates } from './find-candidates.server.ts';
import { keepEntry } from './keep-entry.server.ts';
import { insistOnRunning, type LockedContest, lockContest } from './lock-contest.server.ts';
import { ownDeadline } from './own-deadline.server.ts';
import { settleOutside } from './settle-outside.server.ts';

/**
 * Throws NotNow, saying whether it is too early, too late or over. A lead with an extension has until then, as long as no round
 * has opened.
 */
export async function insistOnEntryTime(tx: Tx, contest: LockedContest, { by, at }: { by: Actor; at: Date }) {
  if (takesEntries(contest, at)) return;
  const until = await ownDeadline(tx, { contestId: contest.id, personId: by.id });
  const judged = await tx.round.count({ where: { contestId: contest.id, state: { not: 'PLANNED' } } });
  if (takesEntriesUntil(contest, { until, judged: judged > 0 }, at)) return;
  insistOnRunning(contest);
  const early = contest.state === 'OPEN' && at.getTime() < contest.opensAt.getTime();
  throw new NotNow({ key: early ? 'contests:refusals.notYetOpen' : 'contests:refusals.entriesClosed' });
}

/**
 * A team's lead enters a version of their idea into a division; the version is frozen as it stands. The moment the request
 * reached the server decides about the deadline, not the moment its turn came. Throws NotValid beside `idea` with every
 * rule that is broken.
 */
export async function enterIdea({
  by,
  slug,
  ideaId,
  division,
  version,
  answers = {},
}: {
  by: Actor;
  slug: string;
  ideaId: string;
  /** The division's slug. */
  division: string;
  version: number;
  /** To the questions of the rules, by their place from 1. */
  answers?: Record<string, string>;
}): Promise<{ entryId: string; number: number; receipt: string }> {
  const at = now();
  return inTurn(`entries of ${slug}`, () =>
    db.$transaction(async (tx) => {
      const contest = await lockContest(tx, { slug });
      if (!isPublic(contest)) throw new NotFound();
      await insistOnEntryTime(tx, contest, { by, at });
      if (!by.trusted) throw new NotNow({ key: 'contests:refusals.verifyFirst' });
      const into = await tx.division.findUnique({
        where: { contestId_slug: { contestId: contest.id, slug: division } },
        select: { id: true, slug: true },
      });
      if (into === null) throw new NotValid({ division: [{ key: 'controls:problems.choice' }] });
      const rules = readRules(contest.rules[0]?.body);
      const [candidate] = await findCandidates(tx, {
        contest,
        rules,
        leadId: by.id,
        ideaIds: [ideaId],
        versionNumber: version,
        at,
      });
      if (candidate === undefined) throw new NotValid({ idea: [{ key: 'contests:problems.noIdea' }] });
      if (candidate.broken.length > 0) throw new NotValid({ idea: candidate.broken });
      const against = candidate.brokenIn[into.slug] ?? [];
      if (against.length > 0) throw new NotValid({ division: against });
      const answered = readAnswers(rules, answers, candidate.tellTales);
      const last = await tx.entry.aggregate({ where: { contestId: contest.id }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      const receipt = writeReceipt({ year: at.getUTCFullYear(), number, bytes: randomBytes(64) });
      const entry = await tx.entry.create({
        data: {
          contestId: contest.id,
          divisionId: into.id,
          ideaId: candidate.ideaId,
          versionId: candidate.version.id,
          number,
          receipt,
          pool: into.slug,
          enteredById: by.id,
          enteredAt: at,
          answers: answered,
          members: { createMany: { data: candidate.team } },
        },
        select: { id: true },
      });
      await keepEntry(tx, { kind: 'entry-made', contestId: contest.id, entryId: entry.id });
      await settleOutside(tx, {
        contest,
        rules,
        teams: [{ entryId: entry.id, people: candidate.team.map(({ personId }) => personId) }],
      });
      await recordEvent(tx, {
        kind: 'entry.made',
        by: by.id,
        contestId: contest.id,
        ideaId: candidate.ideaId,
        entryId: entry.id,
        payload: { number },
      });
      return { entryId: entry.id, number, receipt };
    }),
  );
}
