import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type EntryContext, type ServerBuild } from '@remix-run/node';
import { Outlet, RemixServer, Scripts } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

/** The least a page of the framework can be, built by hand: a root, a page, a loader each, and nothing to read. For measuring against. */
function draw(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough();
        headers.set('content-type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

const nothing = async () => ({});
const place = { parentId: undefined, caseSensitive: false, hasErrorBoundary: false };
const shown = {
  hasAction: false,
  hasLoader: true,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
  imports: [],
};

const build: ServerBuild = {
  mode: 'production',
  entry: {
    module: { default: draw, isForReaders: () => false, nextTimeAhead: async () => Number.POSITIVE_INFINITY } as never,
  },
  routes: {
    root: {
      ...place,
      id: 'root',
      path: '',
      module: {
        loader: nothing,
        default: () => (
          <html lang="vi">
            <body>
              <Outlet />
              <Scripts />
            </body>
          </html>
        ),
      },
    },
    page: {
      ...place,
      id: 'page',
      parentId: 'root',
      index: true,
      module: { loader: nothing, default: () => <p>Ý Hay</p> },
    },
  } as never,
  assets: {
    version: '1',
    url: '/manifest.js',
    entry: { module: '/entry.js', imports: [] },
    routes: {
      root: { ...shown, id: 'root', path: '', module: '/root.js' },
      page: { ...shown, id: 'page', parentId: 'root', index: true, module: '/page.js' },
    },
  } as never,
  publicPath: '/',
  assetsBuildDirectory: 'client',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
    unstable_optimizeDeps: false,
  } as never,
  isSpaMode: false,
};

export const { mode, entry, routes, assets, publicPath, assetsBuildDirectory, future, isSpaMode } = build;
