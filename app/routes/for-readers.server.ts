import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

type Routes = ServerBuild['routes'];
type Place = { id: string; path?: string; index?: boolean; children?: Place[] };

const trees = new WeakMap<Routes, Place[]>();

function treeOf(routes: Routes): Place[] {
  let tree = trees.get(routes);
  if (tree === undefined) {
    const below = (parentId: string | undefined): Place[] =>
      Object.values(routes).flatMap((route) => {
        if (route === undefined || route.parentId !== parentId) return [];
        const { id, path, index } = route;
        return [index ? { id, path, index: true as const } : { id, path, children: below(id) }];
      });
    tree = below(undefined);
    trees.set(routes, tree);
  }
  return tree;
}

/** Whether everything that is read for an address is read through the door for readers; `routes` are those of the built site. */
export function isForReaders(pathname: string, routes: Routes): boolean {
  // Where script reads a page's data alone, the page's address ends in `.data`.
  const page = pathname === '/_root.data' ? '/' : pathname.replace(/\.data$/, '');
  const matches = matchRoutes(treeOf(routes) as Parameters<typeof matchRoutes>[0], page);
  if (matches === null) return false;
  return matches.every(({ route }) => {
    const { loader } = routes[route.id!]!.module;
    return loader === undefined || (loader as { isForReaders?: boolean }).isForReaders === true;
  });
}
