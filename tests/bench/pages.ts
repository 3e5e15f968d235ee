/**
 * npm run bench -- pages [--ideas 1000,100000] [--seed 1] [--seconds 5] [--keep FOLDER]: the list of ideas and an idea's page, for a reader from
 * nowhere against a bare Node server that sends the same bytes in the same encoding, and for a member signed in against an empty page of the
 * framework; the same banks, the same two processors, one run. Asking is done by a process of its own.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildSite } from '#app/commands/build-site.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { running } from '#app/platform/running.server.ts';
import { beginSession } from '#app/platform/session.server.ts';
import type { Asked, Asking } from '#tests/support/asking.ts';
import { type ForkedServer, startServer, support } from '#tests/support/forked-server.ts';
import { withPreparedBank } from '#tests/support/prepared-bank.ts';

async function ask(asking: Asking): Promise<Asked> {
  const args = ['--import', 'tsx', support('asking.ts'), JSON.stringify(asking)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as Asked;
}

async function queriesOf({ child }: ForkedServer): Promise<number> {
  child.send('queries');
  const [{ queries }] = (await once(child, 'message')) as [{ queries: number }];
  return queries;
}

async function aMember(): Promise<string> {
  const person = await db.person.create({
    data: {
      email: `nguoi.do.${Date.now()}@y-hay.example`,
      fullName: 'Người Đo',
      birthDate: new Date('2000-01-01'),
      passwordHash: await hashPassword('mua thu la bay ngoai hien'),
      emailVerifiedAt: new Date(),
      createdAt: new Date(),
      termsAcceptedAt: new Date(),
      termsVersion,
    },
  });
  return (await beginSession({ request: new Request('http://127.0.0.1/'), personId: person.id })).split(';')[0]!;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const row = (cells: (string | number)[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(11))).join(''));

function wholly(asked: Asked): Asked {
  const wrong = Object.entries(asked.statuses).filter(([status]) => status !== '200');
  if (wrong.length > 0 || asked.failed > 0) throw new Error(`not every answer was whole: ${JSON.stringify(asked)}`);
  return asked;
}

export default async function pages(args: string[]): Promise<void> {
  const flag = (name: string, otherwise: string) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : args[at + 1]!;
  };
  const sizes = flag('ideas', '1000,100000').split(',').map(Number);
  const seconds = Number(flag('seconds', '5'));
  const keep = args.includes('--keep') ? flag('keep', '') : undefined;
  const root = await buildSite();
  const scratch = await mkdtemp(path.join(tmpdir(), 'y-hay-pages-'));
  for (const folder of ['server', 'client']) await mkdir(path.join(scratch, folder));
  await writeFile(
    path.join(scratch, 'server/index.js'),
    `export * from ${JSON.stringify(support('empty-site.tsx'))};\n`,
  );
  await writeFile(path.join(scratch, 'package.json'), '{"type":"module"}');
  console.log(`${availableParallelism()} processors, Node ${process.versions.node}`);
  try {
    for (const ideas of sizes) {
      const folder = keep === undefined ? undefined : path.join(keep, String(ideas));
      await withPreparedBank({ ideas, seed: Number(flag('seed', '1')), keep: folder }, ({ dataDir }) =>
        measure({ ideas, dataDir, root, scratch, seconds }),
      );
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

type Ground = { ideas: number; dataDir: string; root: string; scratch: string; seconds: number };

async function measure({ ideas, dataDir, root, scratch, seconds }: Ground): Promise<void> {
  const cookie = await aMember();
  const { meili, databaseUrl } = running();
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl!,
    ...(meili === undefined ? {} : { MEILI_URL: meili.url, MEILI_KEY: meili.key }),
  };
  const site = await startServer('site-process.ts', [root], env);
  const empty = await startServer('site-process.ts', [scratch], env);
  const { slug } = await db.idea.findFirstOrThrow({
    where: { state: 'PUBLISHED' },
    orderBy: { publishedAt: 'desc' },
    skip: 7,
    select: { slug: true },
  });
  const connections = 16;
  console.log(`\n${ideas} ideas`);
  try {
    const headers = { 'accept-encoding': 'br' };
    row(['for a reader from nowhere', 'bytes', 'a second', 'bare', 'ratio', 'p95 ms', 'drawn ms']);
    for (const [name, address] of [
      ['the list', '/y-tuong'],
      ["an idea's page", `/y-tuong/${slug}`],
    ] as const) {
      const url = `http://127.0.0.1:${site.port}${address}`;
      const drawn: number[] = [];
      for (let i = 0; i < 8; i += 1) {
        const began = performance.now();
        await (await fetch(`${url}?lan=${i}`, { headers })).arrayBuffer();
        drawn.push(performance.now() - began);
      }
      const answer = await fetch(url, { headers });
      // fetch opens what is compressed: the bytes on the wire are asked for by hand.
      const file = path.join(scratch, 'page.br');
      const wire = await bytesOnTheWire(site.port, address);
      await writeFile(file, wire);
      const bare = await startServer('bare-server.ts', [file, answer.headers.get('content-type')!, 'br']);
      const warm = { path: address, headers, connections, seconds: 1 };
      await ask({ ...warm, port: site.port });
      await ask({ ...warm, port: bare.port });
      const ours: Asked[] = [];
      const least: Asked[] = [];
      // Turn by turn, so that a busy moment of the machine hits both.
      for (let turn = 0; turn < 3; turn += 1) {
        ours.push(wholly(await ask({ ...warm, port: site.port, seconds: seconds / 3 })));
        least.push(wholly(await ask({ ...warm, port: bare.port, seconds: seconds / 3 })));
      }
      await bare.stop();
      const mean = (some: Asked[]) => some.reduce((sum, one) => sum + one.perSecond, 0) / some.length;
      const ratio = mean(ours) / mean(least);
      const p95 = Math.max(...ours.map((one) => one.p95));
      const usual = drawn.slice(1).sort((one, other) => one - other)[3]!;
      row([name, wire.length, round(mean(ours)), round(mean(least)), ratio.toFixed(2), round(p95), round(usual)]);
    }
    // As browsers say it.
    const member = { 'accept-encoding': 'gzip, deflate, br', cookie };
    wholly(await ask({ port: empty.port, path: '/', headers: member, connections, seconds: 1 }));
    const emptyPage = wholly(await ask({ port: empty.port, path: '/', headers: member, connections, seconds }));
    row(['for a member signed in', 'queries', 'a second', 'empty page', 'ratio', 'p95 ms', 'at 50/s p95']);
    for (const [name, address] of [
      ['the list', '/y-tuong'],
      ["an idea's page", `/y-tuong/${slug}`],
    ] as const) {
      const asking = { port: site.port, path: address, headers: member, connections };
      wholly(await ask({ ...asking, seconds: 2 }));
      // The worker asks now and then too: what it asks alone in the same time is taken off.
      const before = await queriesOf(site);
      await wait(4_000);
      const idle = (await queriesOf(site)) - before;
      wholly(await ask({ ...asking, connections: 4, rate: 50, seconds: 4 }));
      const queries = ((await queriesOf(site)) - before - 2 * idle) / 200;
      const full = wholly(await ask({ ...asking, seconds }));
      const steady = wholly(await ask({ ...asking, connections: 64, rate: 50, seconds: Math.max(4, seconds) }));
      const ratio = full.perSecond / emptyPage.perSecond;
      row([
        name,
        queries.toFixed(1),
        round(full.perSecond),
        round(emptyPage.perSecond),
        ratio.toFixed(2),
        round(full.p95),
        round(steady.p95),
      ]);
    }
  } finally {
    await Promise.all([site.stop(), empty.stop()]);
  }
}

async function bytesOnTheWire(port: number, address: string): Promise<Buffer> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: address, headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve(Buffer.concat(chunks)));
    }).once('error', reject);
  });
}
