import { numberIn } from '#app/routes/numbered.ts';

/** A bundle as a file to keep; it is read anew each time, since records may be added. */
export function bundleFile(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** The edition an address asks for (`?ban=2`); the newest where it names none. Throws NotFound for what is no number. */
export function editionIn(url: URL): number | undefined {
  const asked = url.searchParams.get('ban');
  return asked === null ? undefined : numberIn(asked);
}

/** A file of an earlier edition says so in its name, so that it is not taken for the newest. */
export function bundleName(slug: string, kind: 'cong-khai' | 'day-du', edition: number | undefined): string {
  return `${slug}-${kind}${edition === undefined ? '' : `-ban-${edition}`}.json`;
}
