/** An address on this site only: one slash, and nothing a browser would read as another host. */
export function ownAddress(next: string | null | undefined, otherwise: string): string {
  if (!next?.startsWith('/') || next.length > 2000) return otherwise;
  const base = 'http://site.invalid';
  if (!URL.canParse(next, base)) return otherwise;
  const url = new URL(next, base);
  return url.origin === base ? url.pathname + url.search : otherwise;
}
