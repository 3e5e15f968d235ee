import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom, shuffle } from '#app/domain/judging/random.ts';
import type { SavedMarks } from '#app/domain/judging/saved-marks.ts';
import { db } from '#app/platform/db/db.server.ts';
import { MarkQueue, type PendingMark } from '#app/ui/judging/mark-queue.ts';
import { aContest, aJudge, anEntry, aSheet, criteriaOf } from './contest-builders.ts';
import { startContestServer } from './contest-server.ts';

export type Final = {
  sheets: number;
  /** Marks the judges gave, one after the other on a criterion too. */
  given: number;
  kills: number;
  /** Requests or answers that were lost. */
  broken: number;
  seconds: number;
  /** Criteria whose mark in force is not the last one its judge gave. */
  lost: string[];
  /** One key on record twice, or two marks of one criterion in force. */
  doubled: string[];
  /** A mark in force that rests on fewer revisions than one it stands over. */
  older: string[];
  /** Marks that wait for a choice: no judge here uses two devices. */
  aside: number;
};

/**
 * A final: every judge marks every entry on a phone, changing their mind now and then, through the very queue the sheet uses. The
 * uplink is cut for a while, some answers are lost on their way back, and the server is killed at random points. Afterwards the database is
 * held against what the judges gave.
 */
export async function runFinal({
  entries,
  judges,
  kills,
  cutSeconds,
  pause,
  seed,
}: {
  entries: number;
  judges: number;
  kills: number;
  cutSeconds: number;
  /** Milliseconds a judge thinks between two marks, at most. */
  pause: number;
  seed: number;
}): Promise<Final> {
  const random = seededRandom(seed);
  const contest = await aContest({ state: 'CLOSED', rounds: [{ state: 'OPEN', reviewsPerEntry: judges }] });
  const papers: Awaited<ReturnType<typeof anEntry>>[] = [];
  for (let entry = 0; entry < entries; entry += 1) papers.push(await anEntry(contest));
  const criteria = await criteriaOf(contest.round);
  const server = await startContestServer();
  const began = performance.now();
  let [given, broken, cut, over] = [0, 0, false, false];
  const wanted = new Map<string, string>();

  const judge = async () => {
    const seat = await aJudge(contest);
    const sheets: Awaited<ReturnType<typeof aSheet>>[] = [];
    for (const paper of papers) sheets.push(await aSheet(contest.round, paper, seat));
    return async () => {
      const queues: MarkQueue[] = [];
      for (const sheet of shuffle(sheets, random)) {
        let stored: PendingMark[] = [];
        const queue = new MarkQueue({
          criteria: criteria.map(({ id }) => ({ criterionId: id, value: null, revision: 0, asides: [] })),
          keeper: {
            read: () => stored,
            write: (pending) => {
              stored = [...pending];
            },
          },
          newKey: () => crypto.randomUUID(),
          changed: () => {},
          send: async (marks) => {
            if (cut) return { kind: 'offline' };
            const sent = marks.map((mark) => ({ ...mark, basedOn: mark.basedOn ?? 0 }));
            const answer = await server
              .ask({ personId: seat.personId, sheetId: sheet.id, marks: sent })
              .catch(() => null);
            // Now and then the answer is lost though the marks arrived.
            if (answer === null || answer.status !== 200 || random() < 0.02) {
              broken += 1;
              return { kind: 'offline' };
            }
            return { kind: 'saved', saved: answer.body as unknown as SavedMarks };
          },
        });
        queues.push(queue);
        for (const { id } of criteria) {
          for (let turn = random() < 0.3 ? 2 : 1; turn > 0; turn -= 1) {
            const typed = String(1 + Math.floor(5 * random()));
            queue.mark(id, typed);
            wanted.set(`${sheet.id} ${id}`, typed);
            given += 1;
            void queue.flush();
            await wait(random() * pause);
          }
        }
      }
      while (queues.some(({ view }) => view.pending.length > 0)) {
        await Promise.all(queues.map((queue) => queue.flush()));
        await wait(20);
      }
    };
  };
  const panel = [];
  for (let number = 0; number < judges; number += 1) panel.push(await judge());
  const killing = async () => {
    for (let kill = 0; kill < kills && !over; kill += 1) {
      await wait(random() * 400);
      await server.kill();
    }
  };
  const cutting = async () => {
    await wait(200);
    cut = true;
    await wait(cutSeconds * 1_000);
    cut = false;
  };
  try {
    const uplink = cutting();
    const terror = killing();
    await Promise.all(panel.map((work) => work()));
    over = true;
    await Promise.all([uplink, terror]);
  } finally {
    await server.stop();
  }

  const marks = await db.mark.findMany({ where: { scoresheet: { roundId: contest.round.id } } });
  const groups = new Map<string, typeof marks>();
  for (const mark of marks) {
    const place = `${mark.scoresheetId} ${mark.criterionId}`;
    groups.set(place, [...(groups.get(place) ?? []), mark]);
  }
  const inForce = (place: string) => (groups.get(place) ?? []).filter(({ standing }) => standing === 'IN_FORCE');
  const keys = marks.map(({ scoresheetId, clientKey }) => `${scoresheetId} ${clientKey}`);
  return {
    sheets: entries * judges,
    given,
    kills,
    broken,
    seconds: (performance.now() - began) / 1_000,
    lost: [...wanted].filter(([place, typed]) => inForce(place)[0]?.value !== Number(typed)).map(([place]) => place),
    doubled: [
      ...keys.filter((key, at) => keys.indexOf(key) !== at),
      ...[...groups.keys()].filter((place) => inForce(place).length !== 1),
    ],
    older: [...groups].flatMap(([place, own]) => {
      const [present] = inForce(place);
      const newest = Math.max(...own.filter(({ standing }) => standing !== 'LATE').map(({ revision }) => revision));
      return present === undefined || present.revision === newest ? [] : [place];
    }),
    aside: marks.filter(({ standing }) => standing === 'ASIDE').length,
  };
}
