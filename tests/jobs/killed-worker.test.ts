import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, inject, test, vi } from 'vitest';
import { withdrawIdea } from '#app/domain/ideas/withdraw-idea.server.ts';
import { decideSubmission } from '#app/domain/moderation/decide-submission.server.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { checkIndex } from '#search/check.server.ts';
import { makeIdeaEngines } from '#search/engines.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { actorOf, anIdea, aPublishedIdea, submitted } from '#tests/support/idea-builders.ts';
import { catchMails } from '#tests/support/mailbox.ts';

const mailbox = catchMails();

/** The worker alone, in a process that can be killed. */
function startWorker(): ChildProcess {
  const meili = inject('meili');
  return spawn(process.execPath, ['--import', 'tsx', 'tests/support/worker-process.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'fatal',
      DATABASE_URL: databaseUrl(),
      SMTP_URL: env().SMTP_URL,
      ...(meili === null ? {} : { MEILI_URL: meili.url, MEILI_KEY: meili.key }),
    },
  });
}

/** Waits until a reader of the events has moved. */
async function movedOn(): Promise<void> {
  const places = async () =>
    JSON.stringify(await db.$queryRaw`select "reader", "txid"::text, "id"::text from "EventCursor" order by 1`);
  const before = await places();
  for (let waited = 0; waited < 5_000 && (await places()) === before; waited += 3) await wait(3);
}

const [kills, publications, withdrawals] = [20, 150, 50];

test('killed 20 times during 200 changes: every notice once, every mail at least once, the index equal to the database', async () => {
  const unit = await aUnit();
  const moderator = await actorOf({ id: (await aRole({ kind: 'MODERATOR', unitId: unit.id })).personId });
  const owners = await Promise.all(Array.from({ length: 10 }, () => aPerson()));
  const changes: (() => Promise<unknown>)[] = [];
  const expected: string[] = [];
  for (let at = 0; at < publications; at += 1) {
    const owner = owners[at % owners.length]!;
    const idea = await anIdea({ ownerId: owner.id, unitId: unit.id });
    const { submission } = await submitted(idea);
    expected.push(`${owner.id} ${idea.id}`);
    changes.push(() =>
      decideSubmission({ by: moderator, submissionId: submission.id, kind: 'PUBLISHED', reason: 'FITS', note: '' }),
    );
  }
  for (let at = 0; at < withdrawals; at += 1) {
    const owner = owners[at % owners.length]!;
    const by = await actorOf(owner);
    const { slug } = await aPublishedIdea({ ownerId: owner.id, unitId: unit.id });
    changes.splice((at + 1) * 4 - 1, 0, () => withdrawIdea({ by, slug, reason: '' }));
  }
  expect(changes).toHaveLength(200);

  let killed = 0;
  for (let round = 0; round < kills; round += 1) {
    // Some wait for the worker when it comes up and some come while it works, so that it dies in the middle of them.
    for (const change of changes.splice(0, 7)) await change();
    const worker = startWorker();
    const gone = once(worker, 'exit');
    await Promise.race([once(worker.stdout!, 'data'), gone]);
    const meanwhile = Promise.all(changes.splice(0, 3).map((change) => change()));
    // Half of them die as soon as they have got somewhere, half at any time.
    if (round % 2 === 0) await Promise.race([movedOn(), gone]);
    await wait(Math.random() * (round % 2 === 0 ? 60 : 800));
    worker.kill('SIGKILL');
    await meanwhile;
    const [, signal] = await gone;
    if (signal === 'SIGKILL') killed += 1;
  }
  expect(killed).toBe(kills);
  expect(changes).toHaveLength(0);

  const worker = startWorker();
  const gone = once(worker, 'exit');
  const meili = inject('meili');
  const { postgres, meilisearch } = makeIdeaEngines(meili);
  const whole = { missing: [], different: [], extra: [], inDatabase: publications, inIndex: publications };
  try {
    await vi.waitFor(
      async () => {
        const waiting = await db.letter.count({ where: { sentAt: null } });
        expect([waiting, await db.letter.count()]).toEqual([0, publications]);
        expect(await checkIndex(postgres)).toMatchObject(whole);
        if (meilisearch !== null) expect(await checkIndex(meilisearch)).toMatchObject(whole);
      },
      { timeout: 180_000, interval: 300 },
    );
  } finally {
    worker.kill('SIGTERM');
    await gone;
  }

  const notices = await db.notice.findMany();
  const told = notices.map(({ personId, subject }) => `${personId} ${(subject as { ideaId: string }).ideaId}`);
  expect(told.sort()).toEqual(expected.sort());
  expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['idea-published']));
  const letters = await db.letter.findMany();
  const arrived = new Set(mailbox.mails.map((mail) => mail.header('Message-ID')));
  expect([...arrived].sort()).toEqual(letters.map(({ id }) => `<${id}@127.0.0.1>`).sort());
}, 900_000);
