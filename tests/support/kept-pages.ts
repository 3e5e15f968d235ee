import { nextTimeAhead } from '#app/domain/times-ahead.server.ts';
import { now } from '#app/platform/clock.ts';
import { changeMoment } from '#app/platform/db/changes.server.ts';
import { trackReads } from '#app/platform/db/reads.server.ts';
import { KeptAnswers } from '#app/platform/kept-answers.server.ts';
import { get } from './visits.ts';

/** Pages as strangers get them through the real loaders, kept as the server keeps them; what is read is their data as text. */
export function keptPages() {
  const keeper = new KeptAnswers({ mostBytes: 64_000_000 });
  let drawn = 0;

  async function draw(path: string) {
    drawn += 1;
    const moment = changeMoment();
    const at = now().getTime();
    const { result, tables } = await trackReads(() => get(path, { as: null }));
    const until = await nextTimeAhead({ tables, from: at });
    const body = Buffer.from(`${result.status} ${result.text}`);
    return { status: result.status, headers: { 'content-type': 'text/html' }, body, moment, tables, until };
  }

  return {
    keeper,
    get drawn() {
      return drawn;
    },
    /** The status and the data of a page. */
    async read(path: string): Promise<string> {
      return answerText(await keeper.answer(path, () => draw(path)));
    },
  };
}

/** What an answer says, as a client without compression gets it. */
export function answerText(answer: { send: (request: never, response: never) => void }): Promise<string> {
  return new Promise((resolve) => {
    const response = { writeHead: () => response, end: (body?: Buffer) => resolve(String(body ?? '')) };
    answer.send({ method: 'GET', headers: {} } as never, response as never);
  });
}
