import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest } from '#tests/support/contest-builders.ts';
import { aPublishedIdea } from '#tests/support/idea-builders.ts';
import { post } from '#tests/support/visits.ts';

const day = 86_400_000;

test('a phone whose clock is wrong by a day: the server’s clock decides, and says which way', async () => {
  const opensAt = new Date('2026-11-01T08:00:00+07:00');
  const closesAt = new Date('2026-11-22T17:00:00+07:00');
  const contest = await aContest({ opensAt, closesAt });
  const person = await aPerson();
  const idea = await aPublishedIdea({ ownerId: person.id });
  const version = await db.ideaVersion.findFirstOrThrow({ where: { ideaId: idea.id } });
  const enter = async (at: Date, wrongBy: number) => {
    atTime(at);
    const answer = await post(paths.newEntry(contest), {
      as: person,
      form: { idea: `${idea.id}.${version.number}`, division: contest.division.slug },
      headers: { date: new Date(at.getTime() + wrongBy).toUTCString() },
    });
    return [answer.status, /contests:refusals\.\w+/.exec(answer.text)?.[0] ?? null];
  };
  expect(await enter(new Date(closesAt.getTime() + 1), -day)).toEqual([409, 'contests:refusals.entriesClosed']);
  expect(await enter(new Date(opensAt.getTime() - 1), day)).toEqual([409, 'contests:refusals.notYetOpen']);
  expect(await enter(closesAt, day)).toEqual([302, null]);
  expect(await db.entry.findMany({ where: { contestId: contest.id }, select: { enteredAt: true } })).toEqual([
    { enteredAt: closesAt },
  ]);
});
