import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { readRules } from './contest-rules.ts';
import { insistOnEntryTime } from './enter-idea.server.ts';
import { readAnswers } from './entry-answers.ts';
import { findCandidates } from './find-candidates.server.ts';
import { keepEntry } from './keep-entry.server.ts';
import { lockContest } from './lock-contest.server.ts';
import { insistOnLead, lockEntry } from './lock-entry.server.ts';
import { settleOutside } from './settle-outside.server.ts';

/** Another version in the place of the one entered, and the team as it is now; until the deadline. The receipt stays. */
export async function changeEntry({
  by,
  slug,
  number,
  version,
  answers,
}: {
  by: Actor;
  slug: string;
  number: number;
  version: number;
  /** To the questions of the rules, by their place from 1; left out, they stay as they were. */
  answers?: Record<string, string>;
}): Promise<void> {
  const at = now();
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    const entry = await lockEntry(tx, { contestId: contest.id, number, by });
    insistOnLead(by, entry);
    if (entry.withdrawal !== null) throw new NotNow({ key: 'contests:refusals.entryWithdrawn' });
    await insistOnEntryTime(tx, contest, { by, at });
    const rules = readRules(contest.rules[0]?.body);
    const [candidate] = await findCandidates(tx, {
      contest,
      rules,
      leadId: by.id,
      ideaIds: [entry.ideaId],
      versionNumber: version,
      exceptEntryId: entry.id,
      at,
    });
    if (candidate === undefined) throw new NotValid({ version: [{ key: 'controls:problems.choice' }] });
    if (candidate.broken.length > 0) throw new NotValid({ version: candidate.broken });
    const against = candidate.brokenIn[entry.division.slug] ?? [];
    if (against.length > 0) throw new NotValid({ version: against });
    const answered = answers === undefined ? {} : { answers: readAnswers(rules, answers, candidate.tellTales) };
    await tx.entry.update({
      where: { id: entry.id },
      data: { versionId: candidate.version.id, changedAt: at, ...answered },
    });
    await tx.entryMember.deleteMany({ where: { entryId: entry.id } });
    await tx.entryMember.createMany({ data: candidate.team.map((member) => ({ ...member, entryId: entry.id })) });
    await keepEntry(tx, { kind: 'entry-changed', contestId: contest.id, entryId: entry.id });
    await settleOutside(tx, {
      contest,
      rules,
      teams: [{ entryId: entry.id, people: candidate.team.map(({ personId }) => personId) }],
    });
    await recordEvent(tx, {
      kind: 'entry.changed',
      by: by.id,
      contestId: contest.id,
      ideaId: entry.ideaId,
      entryId: entry.id,
      payload: { from: entry.versionId, to: candidate.version.id },
    });
  });
}
