import { Agent, get } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Reads addresses of a site by the clock, so many times a second whether earlier ones are answered or not, until it is told to stop: a process
 * of its own, so that asking and answering do not share a thread. Then tells what came of every request.
 */
export type Watching = { ports: number[]; addresses: { path: string; words: string }[]; rate: number };

/** `sent` and `got` in milliseconds since 1970; status 0 where the line broke. */
export type Seen = { address: number; sent: number; got: number; status: number; shows: boolean };

const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const seen: Seen[] = [];
/** What a body shows by its ETag, so that the same bytes are opened once. */
const known = new Map<string, boolean>();
let over = false;
let open = 0;

function ask({ ports, addresses }: Watching, count: number): void {
  const address = count % addresses.length;
  const { path, words } = addresses[address]!;
  const sent = Date.now();
  open += 1;
  const settle = (status: number, shows: boolean) => {
    open -= 1;
    seen.push({ address, sent, got: Date.now(), status, shows });
  };
  const port = ports[Math.floor(count / addresses.length) % ports.length]!;
  const options = { agent, port, host: '127.0.0.1', path, headers: { 'accept-encoding': 'br' } };
  get(options, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('error', () => settle(0, false));
    response.once('end', () => {
      const key = `${address} ${response.headers.etag ?? ''}`;
      let shows = response.headers.etag === undefined ? undefined : known.get(key);
      if (shows === undefined) {
        const body = Buffer.concat(chunks);
        const text = response.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
        shows = text.includes(words);
        known.set(key, shows);
      }
      settle(response.statusCode ?? 0, shows);
    });
  }).once('error', () => settle(0, false));
}

async function watch(watching: Watching): Promise<void> {
  const began = performance.now();
  let started = 0;
  const tick = () => {
    while (!over && began + (started * 1000) / watching.rate <= performance.now()) ask(watching, started++);
    if (!over) setTimeout(tick, 1);
    else if (open > 0) setTimeout(tick, 10);
    else process.send!({ seen }, () => process.exit(0));
  };
  tick();
}

process.on('message', (message: Watching | 'over') => {
  if (message === 'over') over = true;
  else void watch(message);
});
process.on('disconnect', () => process.exit(0));
