import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { readRules } from './contest-rules.ts';
import { insistOnEntryTime } from './enter-idea.server.ts';
import { findCandidates } from './find-candidates.server.ts';
import { keepEntry } from './keep-entry.server.ts';
import { lockContest } from './lock-contest.server.ts';
import { insistOnLead, lockEntry } from './lock-entry.server.ts';

/** Another version in the place of the one entered, and the team as it is now; until the deadline. The receipt stays. */
export async function changeEntry({
  by,
  slug,
  number,
  version,
}: {
  by: Actor;
  slug: string;
  number: number;
  version: number;
}): Promise<void> {
  const at = now();
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    const entry = await lockEntry(tx, { contestId: contest.id, number, by });
    insistOnLead(by, entry);
    if (entry.withdrawal !== null) throw new NotNow({ key: 'contests:refusals.entryWithdrawn' });
    insistOnEntryTime(contest, at);
    const [candidate] = await findCandidates(tx, {
      contest,
      rules: readRules(contest.rules[0]?.body),
      leadId: by.id,
      ideaIds: [entry.ideaId],
      versionNumber: version,
      exceptEntryId: entry.id,
      at,
    });
    if (candidate === undefined) throw new NotValid({ version: [{ key: 'controls:problems.choice' }] });
    if (candidate.broken.length > 0) throw new NotValid({ version: candidate.broken });
    await tx.entry.update({ where: { id: entry.id }, data: { versionId: candidate.version.id, changedAt: at } });
    await tx.entryMember.deleteMany({ where: { entryId: entry.id } });
    await tx.entryMember.createMany({ data: candidate.team.map((member) => ({ ...member, entryId: entry.id })) });
    await keepEntry(tx, { kind: 'entry-changed', contestId: contest.id, entryId: entry.id });
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
