import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '#app/domain/judging/random.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aContest } from './contest-builders.ts';
import { startContestServer } from './contest-server.ts';
import { aPublishedIdea } from './idea-builders.ts';

export type LastMinute = {
  teams: number;
  /** Requests that were sent again because the line broke or the server was busy. */
  again: number;
  seconds: number;
  entries: number;
  /** Teams without an entry, receipts without one, entries with no team that knows its receipt, numbers given twice. */
  lost: string[];
  strayReceipts: string[];
  strayEntries: string[];
  repeated: number;
};

/**
 * So many teams send their entries in the last seconds before a deadline, each again until it is answered, while the server is killed
 * and comes back. A team that hears "entered already" looks its receipt up, as its page would show it.
 */
export async function runLastMinute({
  teams,
  kills,
  within,
  seed,
}: {
  teams: number;
  kills: number;
  /** Seconds over which the teams send. */
  within: number;
  seed: number;
}): Promise<LastMinute> {
  const random = seededRandom(seed);
  const ideas: { personId: string; ideaId: string }[] = [];
  for (let team = 0; team < teams; team += 1) {
    const idea = await aPublishedIdea({});
    ideas.push({ personId: idea.ownerId, ideaId: idea.id });
  }
  const server = await startContestServer();
  const contest = await aContest({ closesAt: new Date(Date.now() + 60_000 + within * 1_000) });
  const { slug } = contest;
  const receipts = new Map<string, string>();
  let again = 0;
  const began = performance.now();
  const send = async ({ personId, ideaId }: { personId: string; ideaId: string }) => {
    await wait(random() * within * 1_000);
    for (let tried = 0; tried < 200; tried += 1) {
      const answer = await server.ask({ personId, slug, ideaId }).catch(() => null);
      if (answer?.status === 200) {
        receipts.set(ideaId, String(answer.body.receipt));
        return;
      }
      if (answer?.status === 422) {
        const own = await db.entry.findFirst({ where: { contestId: contest.id, ideaId }, select: { receipt: true } });
        if (own !== null) receipts.set(ideaId, own.receipt);
        return;
      }
      again += 1;
      await wait(100 + random() * 400);
    }
  };
  try {
    const sending = Promise.all(ideas.map(send));
    for (let kill = 0; kill < kills; kill += 1) {
      await wait((within * 1_000 * (0.5 + random())) / (kills + 1));
      await server.kill();
    }
    await sending;
  } finally {
    await server.stop();
  }
  const entries = await db.entry.findMany({ where: { contestId: contest.id } });
  const byReceipt = new Map(entries.map((entry) => [entry.receipt, entry.ideaId]));
  return {
    teams,
    again,
    seconds: (performance.now() - began) / 1_000,
    entries: entries.length,
    lost: ideas.filter(({ ideaId }) => !receipts.has(ideaId)).map(({ ideaId }) => ideaId),
    strayReceipts: [...receipts].filter(([ideaId, receipt]) => byReceipt.get(receipt) !== ideaId).map(([id]) => id),
    strayEntries: entries.filter(({ ideaId, receipt }) => receipts.get(ideaId) !== receipt).map(({ id }) => id),
    repeated: entries.length - new Set(entries.map(({ number }) => number)).size,
  };
}
