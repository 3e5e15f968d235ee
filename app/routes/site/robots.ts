import { paths } from '#app/paths.ts';
import { forReaders } from '#app/routes/door.server.ts';

/** What search engines should leave alone: everything that needs a person, and the demo world as a whole. */
export const loader = forReaders(async ({ url, demo }) => {
  const closed = demo
    ? ['/']
    : [paths.administration(), paths.desk(), paths.mine(), paths.notices(), paths.newIdea(), paths.language()];
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${url.origin}${paths.sitemap()}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
});
