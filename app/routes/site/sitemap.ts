import { findContestAddresses } from '#app/domain/contests/find-contest-addresses.server.ts';
import { findPublishedAddresses } from '#app/domain/ideas/find-published-addresses.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders } from '#app/routes/door.server.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** The pages everybody may read, for search engines: at most 50,000, as their agreement has it. */
export const loader = forReaders(async ({ url }) => {
  const [contests, ideas] = await Promise.all([
    findContestAddresses({ count: 1_000 }),
    findPublishedAddresses({ count: 48_000 }),
  ]);
  const pages = [
    ...[
      paths.home(),
      paths.about(),
      paths.privacy(),
      paths.terms(),
      paths.ideas(),
      paths.contests(),
      paths.units(),
    ].map((path) => ({ path, at: null })),
    ...contests.map((contest) => ({ path: paths.contest(contest), at: contest.at })),
    ...ideas.map((idea) => ({ path: paths.idea(idea), at: idea.at })),
  ];
  const entries = pages.map(
    ({ path, at }) =>
      `<url><loc>${escaped(url.origin + path)}</loc>${at ? `<lastmod>${at.toISOString().slice(0, 10)}</lastmod>` : ''}</url>`,
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
});
