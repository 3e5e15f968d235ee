import { redirect } from '@remix-run/node';

/** A former address leads to the present one, with whatever was asked for there. */
export function insistOnAddress(url: URL, asked: string, present: { slug: string }): void {
  if (asked === present.slug) return;
  const path = url.pathname.replace(`/${encodeURIComponent(asked)}`, `/${present.slug}`);
  throw redirect(path + url.search, 301);
}
