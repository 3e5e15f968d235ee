import type { ServerBuild } from '@remix-run/node';

/**
 * The framework looks through every route of the build several times for one request. Each address gets a build of its own instead, with the
 * few routes that its page needs; which those are is found once, by a tree of the addresses.
 */
type Routes = ServerBuild['routes'];
type Route = NonNullable<Routes[string]>;

type Branch = { literal: Map<string, Branch>; part: Branch | null; rest: string | null; here: string | null };

const branch = (): Branch => ({ literal: new Map(), part: null, rest: null, here: null });

function treeOf(routes: Routes): Branch {
  const tree = branch();
  for (const route of Object.values(routes)) {
    if (route === undefined || route.parentId !== 'root') continue;
    let place = tree;
    for (const segment of (route.path ?? '').split('/').filter(Boolean)) {
      if (segment === '*') {
        place.rest = route.id;
        break;
      }
      if (segment.startsWith(':')) {
        place.part ??= branch();
        place = place.part;
        continue;
      }
      const next = place.literal.get(segment) ?? branch();
      place.literal.set(segment, next);
      place = next;
    }
    if (place.rest !== route.id) place.here = route.id;
  }
  return tree;
}

function find(place: Branch, segments: string[], at: number): string | null {
  const segment = segments[at];
  if (segment === undefined) return place.here ?? place.rest;
  const literal = place.literal.get(segment);
  const byWord = literal === undefined ? null : find(literal, segments, at + 1);
  if (byWord !== null) return byWord;
  const byPart = place.part === null || segment === '' ? null : find(place.part, segments, at + 1);
  return byPart ?? place.rest;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The page whose data an address is: script that reads a page's data alone asks at the page's address with `.data` behind it. */
function pageOf(pathname: string): string {
  if (pathname === '/_root.data') return '/';
  return pathname.endsWith('.data') ? pathname.slice(0, -'.data'.length) : pathname;
}

export type NarrowBuild = {
  build: ServerBuild;
  /** Whether all that is read for this address is read through the door for readers. */
  isForReaders: boolean;
};

/** Finds the build for a path; null where no route takes it, or where it belongs to the framework itself. */
export function narrowBuilds(whole: ServerBuild): (pathname: string) => { id: string; narrow: NarrowBuild } | null {
  const { routes } = whole;
  const tree = treeOf(routes);
  const made = new Map<string, NarrowBuild>();
  // Its fallback and its first page belong to every page: the first is shown for what is not there, the second is known to the browser.
  const always = Object.values(routes).flatMap((route) =>
    route !== undefined && (route.id === 'root' || route.index === true || route.path === '*') ? [route.id] : [],
  );

  function narrow(id: string): NarrowBuild {
    const ids = new Set([...always, id]);
    const only = <T>(all: Record<string, T>) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => ids.has(name))) as Record<string, T>;
    const isOpen = (route: Route | undefined) => {
      const loader = route?.module.loader as { isForReaders?: boolean } | undefined;
      return loader === undefined || loader.isForReaders === true;
    };
    return {
      build: { ...whole, routes: only(routes), assets: { ...whole.assets, routes: only(whole.assets.routes) } },
      isForReaders: isOpen(routes.root) && isOpen(routes[id]),
    };
  }

  return (pathname) => {
    if (pathname.startsWith('/__')) return null;
    const segments = pageOf(pathname).replace(/\/+$/, '').split('/').slice(1);
    const id = find(tree, segments.map(decoded), 0);
    if (id === null) return null;
    let there = made.get(id);
    if (there === undefined) {
      there = narrow(id);
      made.set(id, there);
    }
    return { id, narrow: there };
  };
}
