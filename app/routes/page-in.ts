/** The page of a long list that an address asks for (`?trang=3`), from 1; the first where it asks for none that could be. */
export function pageIn(url: URL, param = 'trang'): number {
  return Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get(param) ?? '1', 10) || 1));
}
