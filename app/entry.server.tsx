import { createHash, randomBytes } from 'node:crypto';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { log } from '#app/platform/log.server.ts';
import { wholeLetters } from '#app/platform/whole-letters.server.ts';
import { TurnsProvider } from '#app/ui/controls/now.ts';
import { NonceProvider } from '#app/ui/layout/nonce.ts';
import { WordsUsedProvider } from '#app/ui/layout/words-used.tsx';
import { countedI18n, localeOf } from '#app/words/i18n.server.ts';

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

/** Renders the whole page before the first byte: a page that breaks half way is never sent as if it were whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context?: AppLoadContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url');
  const tellTurn = context?.tellTurn;
  const locale = localeOf(request);
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
          const { into, page: drawn } = wholeLetters();
          headers.set('content-type', 'text/html; charset=utf-8');
          headers.set('content-language', locale);
          headers.append('vary', 'cookie');
          if (!headers.has('cache-control')) headers.set('cache-control', tellTurn ? 'no-cache' : 'private, no-cache');
          drawn.then((bytes) => {
            const own = tellTurn ? withHashes(bytes.toString(), nonce) : null;
            headers.set('content-security-policy', contentPolicy(own?.scripts ?? [`nonce-${nonce}`]));
            resolve(new Response(own?.page ?? new Uint8Array(bytes), { headers, status: broken ? 500 : status }));
          }, reject);
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

/** Refusals and redirects never come here; the door has already logged what it knows. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  // An address asked in a way it does not know: the visitor's mistake, and answered as such.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log.error({ err: error, path: new URL(request.url).pathname }, 'a request broke');
}

export { nextTimeAhead } from '#app/domain/times-ahead.server.ts';
export { startJobs, stopJobs } from '#app/jobs/jobs.ts';
