import { type Browser, expect, test } from '@playwright/test';

/** Somebody with an empty cache: opens an address and tells which status came over the wire, the answer's tag, and whether its scripts have run. */
async function visitorOf(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  let status = 0;
  wire.on('Network.responseReceivedExtraInfo', ({ statusCode, headers }) => {
    if (/text\/html/.test(headers['content-type'] ?? '') || statusCode === 304) status ||= statusCode;
  });
  return {
    close: () => context.close(),
    open: async (address: string) => {
      status = 0;
      const answer = await page.goto(address, { waitUntil: 'networkidle' });
      const ran = await page.evaluate(
        () => Object.keys(Object(Reflect.get(window, '__remixRouteModules') ?? {})).length > 0,
      );
      return { status, etag: (await answer?.allHeaders())?.etag, ran, broken: [...broken] };
    },
  };
}

test('a kept page runs its scripts after a 200, out of the keep and after a 304', { tag: '@script' }, async ({
  browser,
}) => {
  for (const address of ['/', '/y-tuong', '/cuoc-thi']) {
    const first = await visitorOf(browser);
    const rendered = await first.open(address);
    expect(rendered).toEqual({ status: 200, etag: expect.stringMatching(/^"/), ran: true, broken: [] });
    const second = await visitorOf(browser);
    expect(await second.open(address)).toEqual(rendered);
    expect(await second.open(address)).toEqual({ ...rendered, status: 304 });
    await first.close();
    await second.close();
  }
});
