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
