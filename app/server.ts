import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BlockList, isIP } from 'node:net';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import sirv from 'sirv';
import type { ViteDevServer } from 'vite';
import { now } from '#app/platform/clock.ts';
import { changeMoment, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl } from '#app/platform/db/db.server.ts';
import { trackReads } from '#app/platform/db/reads.server.ts';
import { encodingFor } from '#app/platform/encoding.ts';
import { type Env, isLoopback } from '#app/platform/env.server.ts';
import { type Drawn, KeptAnswers } from '#app/platform/kept-answers.server.ts';
import { longestKept, nextMidnight } from '#app/platform/kept-times.ts';
import { log } from '#app/platform/log.server.ts';
import { running } from '#app/platform/running.server.ts';
import { sessionCookie } from '#app/platform/session.server.ts';
import { type Locale, localeCookie, localeIn } from '#app/words/locales.ts';
import { type NarrowBuild, narrowBuilds } from './narrow-build.ts';

/** Room for a form with every field far too long, so that the form itself can say so; for a form with files; and for answers that are kept. */
const mostBytes = { form: 4_000_000, files: 40_000_000, kept: 64_000_000 };

export type Site = { origin: string; stop: () => Promise<void> };

/** What the server needs of the application: it is reached through the build, so that there is one copy of it. */
type EntryModule = {
  startJobs?: () => void;
  stopJobs?: () => Promise<void>;
  nextTimeAhead: (search: { tables: Iterable<string>; from: number }) => Promise<number>;
};

class RefusedEarly extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

function commonHeaders(isHttps: boolean): [string, string][] {
  return [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()'],
    [
      'content-security-policy',
      "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'; sandbox",
    ],
    ...(isHttps ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as [string, string]] : []),
  ];
}

function proxyList(ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');
}

/** Where a request really comes from: the nearest address on its way that is not one of the named proxies. */
export function visitorAddress(peer: string, forwardedFor: string | undefined, proxies: BlockList): string {
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  let address = plainAddress(peer);
  const way = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()));
  while (isIP(address) !== 0 && isProxy(address)) {
    const before = way.pop();
    if (before === undefined || isIP(before) === 0) break;
    address = before;
  }
  return address;
}

const originsSeen = new Map<string, string>();

/** The origin a visitor sees. Without PUBLIC_URL the site is on loopback, and only loopback names lead to it. */
function originOf(request: IncomingMessage, env: Env): string {
  if (env.PUBLIC_URL !== undefined) return env.PUBLIC_URL;
  const host = request.headers.host ?? '';
  const seen = originsSeen.get(host);
  if (seen !== undefined) return seen;
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  if (url === null || !isLoopback(url.hostname)) throw new RefusedEarly(421, 'This name does not lead here.');
  if (originsSeen.size < 100) originsSeen.set(host, url.origin);
  return url.origin;
}

/** The path and query, whatever was written before them: a path such as //elsewhere must not be taken for another host. */
function pathOf(request: IncomingMessage): string {
  return request.url?.startsWith('/') ? request.url : '/';
}

/**
 * A request of nobody in particular, which may be answered with what another got: null where it shows somebody, wants to change something
 * or asks for another form. What is kept hangs on this key and on no other word of the request.
 */
export function readerOf(request: IncomingMessage, origin: string): { key: string; locale: Locale } | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  const { cookie, authorization, accept } = request.headers;
  if (authorization !== undefined || cookie?.includes(sessionCookie)) return null;
  if (accept?.startsWith('application/json')) return null;
  const locale = localeIn(cookie ?? '');
  return { key: `${locale} ${origin} ${pathOf(request)}`, locale };
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * What needs no application to be refused. A form from elsewhere is refused by every door too; here it gets a plain
 * answer before the framework, which would call it a failure of its own.
 */
function insistOnManners(request: IncomingMessage, ourOrigin: string): void {
  if (!methods.has(request.method ?? '')) throw new RefusedEarly(405, 'Not here.');
  const { origin } = request.headers;
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  if (isWrite && origin !== undefined && origin !== 'null' && origin !== ourOrigin) {
    throw new RefusedEarly(403, 'Biểu mẫu này không gửi từ trang này. / This form was not sent from this site.');
  }
}

const tooMuch = () => new RefusedEarly(413, 'Gửi lên quá nhiều dữ liệu. / Too much was sent at once.');

/** What is still sent after a refusal is let past, so that the answer is heard: but not for ever. */
const mostHeardOut = 100_000_000;

function hearOut(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  let bytes = 0;
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostHeardOut) request.destroy();
    });
    request.once('end', resolve).once('close', resolve).once('error', resolve).resume();
  });
}

/** The body with a limit; `onTooMuch` hears of it, because whoever reads the body may take the break for something else. */
function bodyOf(request: IncomingMessage, onTooMuch: () => void): ReadableStream<Uint8Array> {
  const isMultipart = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  const most = isMultipart ? mostBytes.files : mostBytes.form;
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooMuch();
  let bytes = 0;
  let over = false;
  return new ReadableStream<Uint8Array>({
    start(body) {
      request.on('data', (chunk: Buffer) => {
        if (over) return;
        bytes += chunk.length;
        if (bytes > most) {
          over = true;
          onTooMuch();
          body.error(tooMuch());
          return;
        }
        body.enqueue(new Uint8Array(chunk));
        if ((body.desiredSize ?? 0) <= 0) request.pause();
      });
      request.once('end', () => over || body.close());
      request.once('error', (error) => over || body.error(error));
      request.pause();
    },
    pull() {
      request.resume();
    },
    cancel() {
      over = true;
      request.resume();
    },
  });
}

type Passing = { origin: string; signal: AbortSignal; onTooMuch: () => void };

function toFetchRequest(incoming: IncomingMessage, { origin, signal, onTooMuch }: Passing): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  // What a proxy wrote here is not asked: the site knows its own name.
  headers.set('host', new URL(origin).host);
  headers.delete('x-forwarded-host');
  // A browser that hides the origin still says whether the form came from this site: the door asks for that.
  if (headers.get('origin') === 'null') headers.delete('origin');
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(origin + pathOf(incoming)), {
    method,
    headers,
    signal,
    ...(hasBody ? { body: bodyOf(incoming, onTooMuch), duplex: 'half' } : {}),
  } as RequestInit);
}

const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg|text\/x-script)/;

function isCompressible({ headers }: Response): boolean {
  return compressible.test(headers.get('content-type') ?? '') && !headers.has('content-encoding');
}

/** What was written in one piece and is at hand whole. */
function isWhole({ headers }: Response): boolean {
  return /^(text\/(html|x-script)|application\/json)/.test(headers.get('content-type') ?? '');
}

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const quickly = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } },
  gzip: { level: 4 },
};

/** A page or an answer in JSON is whole before its first byte goes out, and is compressed and sent in one piece; a file flows. */
async function sendResponse(response: Response, request: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  const mayBeCompressed = isCompressible(response);
  if (mayBeCompressed) outgoing.appendHeader('vary', 'accept-encoding');
  if (response.body === null || request.method === 'HEAD') {
    void response.body?.cancel();
    outgoing.end();
    return;
  }
  const encoding = mayBeCompressed ? encodingFor(request.headers['accept-encoding']) : 'identity';
  if (mayBeCompressed) outgoing.removeHeader('content-length');
  if (encoding !== 'identity') outgoing.setHeader('content-encoding', encoding);
  if (isWhole(response)) {
    const whole = Buffer.from(await response.arrayBuffer());
    if (!mayBeCompressed) {
      outgoing.end(whole);
      return;
    }
    const sent = encoding === 'identity' ? whole : await compress[encoding](whole, quickly[encoding]);
    outgoing.setHeader('content-length', sent.length);
    outgoing.end(sent);
    return;
  }
  const settle = (error: NodeJS.ErrnoException | null | undefined) => {
    if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') log.warn({ err: error }, 'an answer was cut off');
  };
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  if (encoding === 'identity') pipeline(body, outgoing, settle);
  else
    pipeline(body, encoding === 'br' ? createBrotliCompress(quickly.br) : createGzip(quickly.gzip), outgoing, settle);
}

function sendPlain(outgoing: ServerResponse, status: number, text: string): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${text}\n`);
}

const forDocuments = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
  'x-frame-options',
];

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

function staticFiles(folder: string): Middleware {
  return sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    dotfiles: false,
    setHeaders(response, pathname) {
      const isBuilt = pathname.startsWith('/assets/');
      response.setHeader('cache-control', isBuilt ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      // A page brings a dozen of these; what they say to documents only is left to documents, and to pictures that could be opened as one.
      if (isBuilt && /\.(js|css|woff2)$/.test(pathname)) for (const name of forDocuments) response.removeHeader(name);
    },
  });
}

type Handle = ReturnType<typeof createRequestHandler>;
type Drawing = { handle: Handle; url: URL; locale: Locale };

/** Draws for nobody in particular: the request says the address and the language, and nothing else of whoever asked first. */
function drawerFor(entry: EntryModule, common: [string, string][]) {
  return async ({ handle, url, locale }: Drawing): Promise<Drawn> => {
    const moment = changeMoment();
    const at = now().getTime();
    let until = Math.min(at + (url.pathname.endsWith('.data') ? longestKept.data : longestKept.page), nextMidnight(at));
    const tellTurn = (turn: number) => {
      until = Math.min(until, turn);
    };
    const headers = { host: url.host, cookie: `${localeCookie}=${locale}` };
    const { result, tables } = await trackReads(async () => {
      const asked = new Request(url, { headers });
      const response = await handle(asked, { address: 'unknown', origin: url.origin, tellTurn });
      return { response, body: Buffer.from(await response.arrayBuffer()) };
    });
    const { response, body } = result;
    until = Math.min(until, await entry.nextTimeAhead({ tables, from: at }));
    // No answer for readers sets a cookie; one that does is a mistake, and must not reach two people.
    if (response.headers.has('set-cookie')) throw new Error('an answer for readers sets a cookie');
    const said = Object.fromEntries([...common, ['cache-control', 'no-cache'], ...response.headers]);
    return { status: response.status, headers: said, body, moment, tables, until };
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  return (server.address() as { port: number }).port;
}

/** Serves the site built in the folder `root`, or in development the sources there through Vite. */
export async function serveSite(options: { env: Env; root: string; dev?: boolean }): Promise<Site> {
  const { env, root, dev = false } = options;
  const server = createServer();
  server.headersTimeout = 20_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 65_000;

  let vite: ViteDevServer | undefined;
  let files: Middleware;
  let loadBuild: () => Promise<ServerBuild>;
  if (dev) {
    const { createServer: createViteServer } = await import('vite');
    vite = await createViteServer({
      root,
      cacheDir: path.join(env.DATA_DIR, 'vite'),
      server: { middlewareMode: true, hmr: { server } },
      appType: 'custom',
    });
    const dressed = vite;
    files = vite.middlewares;
    loadBuild = () => dressed.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  } else {
    files = staticFiles(path.join(root, 'client'));
    const built = (await import(pathToFileURL(path.join(root, 'server/index.js')).href)) as ServerBuild;
    loadBuild = async () => built;
  }

  const first = await loadBuild();
  const whole = createRequestHandler(dev ? loadBuild : first, dev ? 'development' : 'production');
  const narrowFor = dev ? () => null : narrowBuilds(first);
  const handles = new Map<string, Handle>();
  const proxies = proxyList(env.TRUSTED_PROXIES);
  const headers = commonHeaders(env.PUBLIC_URL?.startsWith('https:') ?? false);
  const entry = first.entry.module as unknown as EntryModule;
  const draw = drawerFor(entry, headers);
  const keeper = dev ? null : new KeptAnswers({ mostBytes: mostBytes.kept });
  const changes = dev ? null : listenForChanges(databaseUrl());

  function handleOf({ id, narrow }: { id: string; narrow: NarrowBuild }): Handle {
    let handle = handles.get(id);
    if (handle === undefined) {
      handle = createRequestHandler(narrow.build, 'production');
      handles.set(id, handle);
    }
    return handle;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    let wasTooMuch = false;
    const onTooMuch = () => {
      wasTooMuch = true;
    };
    response.once('close', () => gone.abort());
    request.once('error', () => gone.abort());
    try {
      const origin = originOf(request, env);
      const forwarded = request.headers['x-forwarded-for'];
      const address = visitorAddress(request.socket.remoteAddress ?? '', String(forwarded ?? ''), proxies);
      insistOnManners(request, origin);
      const url = new URL(origin + pathOf(request));
      const found = narrowFor(url.pathname);
      const handle = found === null ? whole : handleOf(found);
      const reader = readerOf(request, origin);
      if (keeper !== null && reader !== null && found?.narrow.isForReaders) {
        const prepared = await keeper.answer(reader.key, () => draw({ handle, url, locale: reader.locale }));
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        return prepared.send(request, response);
      }
      const passing = { origin, signal: gone.signal, onTooMuch };
      const isDocument = request.method === 'GET' && !url.pathname.endsWith('.data');
      const drawing = isDocument && found?.narrow.isForReaders ? { face: { name: '', initials: '' } } : undefined;
      const fetched = await handle(toFetchRequest(request, passing), { address, origin, drawing });
      if (wasTooMuch) throw tooMuch();
      await sendResponse(fetched, request, response);
    } catch (error) {
      if (error instanceof RefusedEarly) {
        await hearOut(request);
        return sendPlain(response, error.status, error.message);
      }
      if (gone.signal.aborted) return;
      log.error({ err: error, method: request.method }, 'a request broke outside the application');
      sendPlain(response, 500, 'Có lỗi, xin thử lại. / Something broke, please try again.');
    }
  }

  /** The short way: what is kept goes out before anything else is looked at. */
  function answerFromKept(request: IncomingMessage, response: ServerResponse): boolean {
    if (keeper === null || (env.PUBLIC_URL === undefined && !originsSeen.has(request.headers.host ?? ''))) return false;
    const reader = readerOf(request, originOf(request, env));
    const kept = reader === null ? undefined : keeper.find(reader.key);
    kept?.send(request, response);
    return kept !== undefined;
  }

  server.on('request', (request, response) => {
    if (answerFromKept(request, response)) return;
    for (const [name, value] of headers) {
      if (!(dev && name === 'content-security-policy')) response.setHeader(name, value);
    }
    files(request, response, () => void answer(request, response));
  });

  const port = await listen(server, env.HOST, env.PORT);
  const origin = env.PUBLIC_URL ?? `http://${env.HOST}:${port}`;
  running().origin = origin;
  entry.startJobs?.();

  return {
    origin,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), 5_000);
      await Promise.all([closed, entry.stopJobs?.(), changes?.stop()]);
      clearTimeout(late);
      await vite?.close();
    },
  };
}
