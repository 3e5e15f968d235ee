import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stagedSeal } from '#app/domain/awards/publish-round.server.ts';
import { findOutcomes } from '#app/domain/judging/find-outcomes.server.ts';
import { paths } from '#app/paths.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { beginSession } from '#app/platform/session.server.ts';
import { anAwardedRound } from '#tests/domain/awards/an-awarded-round.ts';
import { aPerson } from './builders.ts';
import { consentOf } from './idea-builders.ts';
import type { Seen, Watching } from './watching-process.ts';

export type PublicationSecond = {
  requests: number;
  /** Answers that showed results and were there before the chair asked for publication. Must be none. */
  early: number;
  /** Answers that were neither what the address says before nor what it says after. Must be none. */
  errors: Record<string, number>;
  /** Requests sent when publication was done that were answered without results, and how long after that the last of them was sent (ms). */
  behind: number;
  longestBehind: number;
  /** Milliseconds in the second before publication, in the second after it was asked for, and afterwards. */
  p95: { before: number; during: number; after: number };
  slowest: number;
  /** What publishing itself took, in ms. */
  publishing: number;
};

/**
 * The second of publication: so many readers a second at two processes of the built site ask for the results, their data, their file and the
 * page behind them, while the chair publishes through the site.
 *
 * @param seconds before the publication, and as many after it
 */
export async function runPublication({
  root,
  dataDir,
  entries,
  rate,
  seconds,
}: {
  root: string;
  dataDir: string;
  entries: number;
  rate: number;
  seconds: number;
}): Promise<PublicationSecond> {
  const winner = await aPerson({ fullName: 'Phùng Thị Ngày Công Bố' });
  await consentOf(winner);
  const marks = Array.from({ length: entries }, (_, at): [number, number] =>
    at === 0 ? [5, 5] : [1 + (at % 4), 1 + ((at >> 2) % 4)],
  );
  const { contest, where } = await anAwardedRound({ marks, leads: [winner] });
  const staged = (await findOutcomes(db, { contestId: contest.id, number: 1 }))!;
  const sites = await Promise.all([startSite(root, dataDir), startSite(root, dataDir)]);
  const reader = fork(path.resolve('tests/support/watching-process.ts'), { execArgv: ['--import', 'tsx'] });
  try {
    const ports = sites.map(({ port }) => port);
    const results = paths.results(contest);
    const addresses = [
      { path: results, words: winner.fullName },
      { path: `${results}?bang=chung`, words: winner.fullName },
      { path: `${results}.data`, words: winner.fullName },
      { path: paths.publicBundle(contest), words: 'round-published' },
    ];
    // The chair signs in before the rush, and every page loads its code once.
    const cookie = await cookieOf(where.by);
    for (const port of ports) {
      for (const one of addresses) await (await fetch(`http://127.0.0.1:${port}${one.path}`)).arrayBuffer();
    }
    reader.send({ ports, addresses, rate } satisfies Watching);
    await wait(seconds * 1000);
    const asked = Date.now();
    const answer = await fetch(`http://127.0.0.1:${ports[0]}${paths.roundPublication(contest, { number: 1 })}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: `http://127.0.0.1:${ports[0]}` },
      body: new URLSearchParams({ seal: await stagedSeal(staged) }),
    });
    const done = Date.now();
    if (answer.status !== 302) throw new Error(`not published: ${answer.status} ${await answer.text()}`);
    await wait(seconds * 1000);
    reader.send('over');
    const [{ seen }] = (await once(reader, 'message')) as [{ seen: Seen[] }];
    return verdict(seen, { asked, done, file: addresses.length - 1 });
  } finally {
    reader.kill();
    await Promise.all(sites.map(({ stop }) => stop()));
  }
}

function verdict(
  seen: Seen[],
  { asked, done, file }: { asked: number; done: number; file: number },
): PublicationSecond {
  const errors: Record<string, number> = {};
  for (const { status, address, shows } of seen) {
    // The file is not there before; a page always is.
    if (status === 200 || (status === 404 && address === file && !shows)) continue;
    errors[status] = (errors[status] ?? 0) + 1;
  }
  const behind = seen.filter(({ sent, shows }) => sent > done && !shows);
  const p95 = (from: number, to: number) => {
    const times = seen.filter(({ sent }) => sent >= from && sent < to).map(({ sent, got }) => got - sent);
    return times.sort((a, b) => a - b)[Math.floor(0.95 * (times.length - 1))] ?? Number.NaN;
  };
  return {
    requests: seen.length,
    early: seen.filter(({ got, shows }) => shows && got < asked).length,
    errors,
    behind: behind.length,
    longestBehind: behind.reduce((longest, { sent }) => Math.max(longest, sent - done), 0),
    p95: { before: p95(asked - 1000, asked), during: p95(asked, asked + 1000), after: p95(asked + 1000, Infinity) },
    slowest: seen.reduce((longest, { sent, got }) => Math.max(longest, got - sent), 0),
    publishing: done - asked,
  };
}

async function startSite(root: string, dataDir: string): Promise<{ port: number; stop: () => Promise<void> }> {
  const child: ChildProcess = fork(path.resolve('tests/support/site-process.ts'), [root], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl(),
    },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const stop = async () => {
    child.disconnect();
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { port, stop };
}

async function cookieOf(person: { id: string }): Promise<string> {
  const request = new Request('http://127.0.0.1/');
  return (await beginSession({ request, personId: person.id, secondFactor: true })).split(';')[0]!;
}
