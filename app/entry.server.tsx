import { createHash, randomBytes } from 'node:crypto';
import { serialize } from 'node:v8';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { now } from '#app/platform/clock.ts';
import { DrawnPage, DrawnPages, type Face, standIns } from '#app/platform/drawn-pages.server.ts';
import { takesGzip } from '#app/platform/encoding.ts';
import { longestKept, nextMidnight } from '#app/platform/kept-times.ts';
import { log } from '#app/platform/log.server.ts';
import { wholeLetters } from '#app/platform/whole-letters.server.ts';
import { TurnsProvider } from '#app/ui/controls/now.ts';
import { NonceProvider } from '#app/ui/layout/nonce.ts';
import type { ShellData } from '#app/ui/layout/viewer.ts';
import { WordsUsedProvider } from '#app/ui/layout/words-used.tsx';
import { countedI18n, localeOf } from '#app/words/i18n.server.ts';
import type { Locale } from '#app/words/locales.ts';

const patience = 10_000;

/** Scripts of this site and of this answer only; nothing of ours may be framed, and forms go nowhere else. */
function contentPolicy(scripts: string[]): string {
  const dev = import.meta.env.DEV;
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.map((one) => `'${one}'`).join(' ')}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * A page that is kept for many cannot carry a word used once: its policy names its inline scripts by their hashes. Only scripts that were
 * drawn with the nonce are named, so that a script somebody smuggled into a text is refused as ever.
 */
function withHashes(page: string, nonce: string): { page: string; scripts: string[] } {
  const hashes = new Set<string>();
  const scripts = new RegExp(`<script\\b([^>]*) nonce="${nonce}"([^>]*)>([\\s\\S]*?)</script>`, 'g');
  for (const [, before, after, text] of page.matchAll(scripts)) {
    if (text !== '' || !/\ssrc=/.test(`${before} ${after}`)) hashes.add(hashOf(text!));
  }
  return { page: page.replaceAll(` nonce="${nonce}"`, ''), scripts: [...hashes] };
}

function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/** Pages drawn for people signed in, for the next one who would see the same. */
const drawnPages = new DrawnPages({ mostBytes: 48_000_000 });

/**
 * Everything that a drawing hangs on beside the code: null where it is to be drawn for this visitor alone. The time the page was made at
 * is left out, as for every page that is kept: `until` bounds how far it may be off.
 */
function keyOf({ request, status, remix, locale }: Asked): string | null {
  const { errors, actionData, loaderData } = remix.staticHandlerContext;
  if (status !== 200 || errors !== null || actionData !== null) return null;
  const { now: _, ...shell } = (loaderData.root ?? {}) as Partial<ShellData>;
  try {
    const shown = serialize([locale, request.url, { ...loaderData, root: shell }]);
    return createHash('sha256').update(shown).digest('base64');
  } catch {
    // What cannot be copied, as a promise, cannot be compared.
    return null;
  }
}

type Asked = { request: Request; status: number; remix: EntryContext; locale: Locale };
type Drawing = Asked & { nonce: string; tellTurn?: (at: number) => void };

/** Renders the whole page before the first byte: a page that breaks half way is never sent as if it were whole. */
function draw({ request, remix, locale, nonce, tellTurn }: Drawing): Promise<{ page: Buffer; broken: boolean }> {
  const { i18n, bundles } = countedI18n(locale);
  return new Promise((resolve, reject) => {
    let late: NodeJS.Timeout | undefined;
    let broken = false;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <NonceProvider value={nonce}>
          <WordsUsedProvider value={bundles}>
            <TurnsProvider value={tellTurn}>
              <RemixServer context={remix} url={request.url} abortDelay={patience} nonce={nonce} />
            </TurnsProvider>
          </WordsUsedProvider>
        </NonceProvider>
      </I18nextProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(late);
          const { into, page } = wholeLetters();
          page.then((drawn) => resolve({ page: drawn, broken }), reject);
          pipe(into);
        },
        onShellError(error) {
          clearTimeout(late);
          reject(error);
        },
        onError(error) {
          broken = true;
          log.error({ err: error, path: new URL(request.url).pathname }, 'a page broke while it was drawn');
        },
      },
    );
    late = setTimeout(() => abort(new Error('drawing the page took too long')), patience + 1_000);
  });
}

/** The page of somebody signed in: what others who see the same have had drawn, with this visitor's own words in it. */
async function drawForVisitor(asked: Asked, face: Face) {
  const key = keyOf(asked);
  const at = now().getTime();
  const kept = key === null ? undefined : drawnPages.find(key, at);
  const own = { ...face, nonce: randomBytes(16).toString('base64url') };
  const script = `nonce-${own.nonce}`;
  if (kept !== undefined) {
    void asked.remix.serverHandoffStream?.cancel();
    return { page: kept, own, script, broken: false };
  }
  let until = Math.min(at + longestKept.page, nextMidnight(at));
  const tellTurn = (turn: number) => {
    until = Math.min(until, turn);
  };
  const { page, broken } = await draw({ ...asked, nonce: standIns.nonce, tellTurn });
  const drawn = new DrawnPage(page.toString());
  if (key !== null && !broken) drawnPages.keep(key, drawn, until);
  return { page: drawn, own, script, broken };
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context?: AppLoadContext,
): Promise<Response> {
  const locale = localeOf(request);
  const asked = { request, status, remix, locale };
  const tellTurn = context?.tellTurn;
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', locale);
  headers.append('vary', 'cookie');
  if (!headers.has('cache-control')) headers.set('cache-control', tellTurn ? 'no-cache' : 'private, no-cache');
  if (context?.drawing !== undefined) {
    const { page, own, script, broken } = await drawForVisitor(asked, context.drawing.face);
    headers.set('content-security-policy', contentPolicy([script]));
    const zipped = takesGzip(request.headers.get('accept-encoding'));
    if (zipped) {
      headers.set('content-encoding', 'gzip');
      headers.append('vary', 'accept-encoding');
    }
    const body = zipped ? page.gzipWith(own) : page.with(own);
    return new Response(new Uint8Array(body), { headers, status: broken ? 500 : status });
  }
  const nonce = randomBytes(16).toString('base64url');
  const { page, broken } = await draw({ ...asked, nonce, tellTurn });
  const kept = tellTurn ? withHashes(page.toString(), nonce) : null;
  headers.set('content-security-policy', contentPolicy(kept?.scripts ?? [`nonce-${nonce}`]));
  return new Response(kept?.page ?? new Uint8Array(page), { headers, status: broken ? 500 : status });
}

/** Refusals and redirects never come here; the door has already logged what it knows. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  // An address asked in a way it does not know: the visitor's mistake, and answered as such.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log.error({ err: error, path: new URL(request.url).pathname }, 'a request broke');
}

export { nextTimeAhead } from '#app/domain/times-ahead.server.ts';
export { startJobs, stopJobs } from '#app/jobs/jobs.ts';
