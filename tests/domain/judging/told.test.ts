import { expect, test } from 'vitest';
import { assignByHand } from '#app/domain/judging/assign-by-hand.server.ts';
import { openRound } from '#app/domain/judging/open-round.server.ts';
import { tellers } from '#app/domain/notifications/tellers.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aContest, aJudge, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';

test('judges hear of their sheets when the round opens, and of later ones each alone', async () => {
  const contest = await aContest({ state: 'CLOSED', rounds: [{ state: 'PLANNED' }] });
  const by = await actorOf((await theOfficersOf(contest)).secretary);
  const judges = [await aJudge(contest), await aJudge(contest)];
  await anEntry(contest);
  await anEntry(contest);
  const give = (entryNumber: number, judgeNumber: number) =>
    assignByHand({ by, slug: contest.slug, number: 1, entryNumber, judgeNumber, insteadOf: null });
  const told = async (kind: 'assignment.applied' | 'round.opened') => {
    const event = await db.event.findFirstOrThrow({ where: { kind, contestId: contest.id }, orderBy: { id: 'desc' } });
    const payload = event.payload as Record<string, string>;
    const news = await db.$transaction((tx) => tellers[kind]!(tx, { ...event, kind, payload } as never));
    return news.told?.flatMap(({ people }) => people).sort() ?? [];
  };
  await give(1, 1);
  await give(1, 2);
  expect(await told('assignment.applied')).toEqual([]);
  await openRound({ by, slug: contest.slug, number: 1 });
  expect(await told('round.opened')).toEqual(judges.map(({ personId }) => personId).sort());
  await give(2, 2);
  expect(await told('assignment.applied')).toEqual([judges[1]!.personId]);
});
