import { connect, type Socket } from 'node:net';

/**
 * Asks one address again and again and prints what came of it, as JSON: a process of its own, so that asking and answering do not share a
 * thread. With `rate` requests start by the clock, whether earlier ones are answered or not, and times count from when they should have
 * started; without it every connection asks as fast as it is answered.
 */
export type Asking = {
  port: number;
  path: string;
  headers?: Record<string, string>;
  connections: number;
  seconds: number;
  rate?: number;
};

export type Asked = {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** How many answers had which status. */
  statuses: Record<string, number>;
  failed: number;
  bytes: number;
};

const asking = JSON.parse(process.argv[2] ?? '{}') as Asking;
const head = Object.entries({ host: `127.0.0.1:${asking.port}`, ...asking.headers })
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');
const request = Buffer.from(`GET ${asking.path} HTTP/1.1\r\n${head}\r\n`);

const took: number[] = [];
const statuses: Record<string, number> = {};
let failed = 0;
let bytes = 0;

type Answer = { status: number; rest: Buffer };

/** The first whole answer in the bytes, and what follows it; null while it is not whole. */
function takeAnswer(from: Buffer): Answer | null {
  const end = from.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = from.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  let at = end + 4;
  const length = /\r\ncontent-length: (\d+)/.exec(head);
  if (length !== null || !head.includes('transfer-encoding: chunked')) {
    at += Number(length?.[1] ?? 0);
    return from.length < at ? null : { status, rest: from.subarray(at) };
  }
  for (;;) {
    const line = from.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(from.toString('latin1', at, line), 16);
    at = line + 2 + size + 2;
    if (from.length < at) return null;
    if (size === 0) return { status, rest: from.subarray(at) };
  }
}

class Line {
  readonly #socket: Socket;
  #got: Buffer = Buffer.alloc(0);
  #since = 0;
  #done: () => void = () => {};
  open: Promise<void>;

  constructor() {
    this.#socket = connect(asking.port, '127.0.0.1').setNoDelay();
    this.open = new Promise((resolve) => this.#socket.once('connect', () => resolve()));
    this.#socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      this.#got = this.#got.length === 0 ? chunk : Buffer.concat([this.#got, chunk]);
      const answer = takeAnswer(this.#got);
      if (answer === null) return;
      this.#got = answer.rest;
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      took.push(performance.now() - this.#since);
      this.#done();
    });
    const broken = () => {
      failed += 1;
      this.#done();
    };
    this.#socket.once('error', broken).once('close', broken);
  }

  ask(since: number, done: () => void): void {
    this.#since = since;
    this.#done = done;
    this.#socket.write(request);
  }

  close(): void {
    this.#socket.removeAllListeners().destroy();
  }
}

const lines = Array.from({ length: asking.connections }, () => new Line());
await Promise.all(lines.map(({ open }) => open));
const began = performance.now();
const ends = began + asking.seconds * 1_000;

if (asking.rate === undefined) {
  await Promise.all(
    lines.map(
      (line) =>
        new Promise<void>((resolve) => {
          const again = () => {
            const at = performance.now();
            if (at >= ends) resolve();
            else line.ask(at, again);
          };
          again();
        }),
    ),
  );
} else {
  const idle = [...lines];
  const waiting: number[] = [];
  const step = 1_000 / asking.rate;
  const total = Math.floor(asking.seconds * asking.rate);
  let started = 0;
  let finished = 0;
  await new Promise<void>((resolve) => {
    const serve = () => {
      while (waiting.length > 0 && idle.length > 0) {
        const line = idle.pop()!;
        line.ask(waiting.shift()!, () => {
          idle.push(line);
          finished += 1;
          if (finished === total) resolve();
          else serve();
        });
      }
    };
    const tick = () => {
      while (started < total && began + started * step <= performance.now()) {
        waiting.push(began + started * step);
        started += 1;
      }
      serve();
      if (started < total) setTimeout(tick, 1);
    };
    tick();
  });
}

const seconds = (performance.now() - began) / 1_000;
for (const line of lines) line.close();
took.sort((one, other) => one - other);
const quantile = (share: number) => took[Math.floor(share * (took.length - 1))] ?? Number.NaN;
const asked: Asked = {
  perSecond: took.length / seconds,
  p50: quantile(0.5),
  p95: quantile(0.95),
  p99: quantile(0.99),
  statuses,
  failed,
  bytes,
};
console.log(JSON.stringify(asked));
