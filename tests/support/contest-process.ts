import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { Refusal } from '#app/domain/refusal.ts';
import type { ContestRequest } from './contest-server.ts';

/** A server in a process of its own, for tests that kill it: entries and marks, and nothing else. */
const server = createServer(async (request, response) => {
  const answer = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  try {
    const asked = (await json(request)) as ContestRequest;
    const by = (await findActor({ personId: asked.personId }))!;
    if ('ideaId' in asked) {
      const { slug, ideaId } = asked;
      answer(200, await enterIdea({ by, slug, ideaId, division: 'chung', version: 1 }));
    } else {
      const marks = asked.marks.map((mark) => ({ ...mark, markedAt: new Date(mark.markedAt) }));
      answer(200, await saveMarks({ by, sheetId: asked.sheetId, marks }));
    }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) console.error(thrown);
    answer(thrown instanceof Refusal ? thrown.status : 500, { because: String(thrown) });
  }
});
// The port is the parent's: one that was killed is followed by one at the same address.
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
