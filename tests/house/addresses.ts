import type { RouteConfig, RouteConfigEntry } from '@remix-run/route-config';

export type Address = { address: string; file: string };

/** The route configuration as a flat list of addresses and the files behind them. */
export function addressTable(config: RouteConfig): Address[] {
  const walk = (entries: RouteConfigEntry[], above: string): Address[] =>
    entries.flatMap((entry) => {
      const address = entry.path === undefined ? above : `${above}/${entry.path}`;
      const here =
        entry.index || !entry.children ? [{ address: address === '' ? '/' : address, file: `app/${entry.file}` }] : [];
      return [...here, ...walk(entry.children ?? [], address)];
    });
  return walk(config as RouteConfigEntry[], '');
}

/** Whether a concrete path ("/y-tuong/x/soan") is taken by an address ("/y-tuong/:slug/soan"). */
export function takes(address: string, path: string): boolean {
  const pattern = address
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replaceAll('.', '\\.')))
    .join('/');
  return new RegExp(`^${pattern}$`).test(path);
}
