import { type Browser, expect, type Page, test } from '@playwright/test';
import notifications from '#app/words/vi/notifications.ts';
import people from '#app/words/vi/people.ts';
import site from '#app/words/vi/site.ts';
import { demoLogins, demoPassword } from '#prisma/seed/demo-sign-ins.ts';

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
    page,
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

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.locator('main [name="login"]').fill(login);
  await page.locator('main [name="password"]').fill(demoPassword);
  await page.locator('main').getByRole('button', { name: people.signIn.send, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/dang-nhap');
  // The bell of everybody says the same from here on.
  await page.goto('/thong-bao');
  const readAll = page.getByRole('button', { name: notifications.readAll });
  if ((await readAll.count()) > 0) await readAll.click();
  await page.waitForLoadState('networkidle');
}

/** When the page was drawn, as its data says, and what it calls its visitor in every place. */
async function shownTo(page: Page) {
  const html = await (await page.request.get(page.url())).text();
  const drawnAt = await page.evaluate(() => {
    const { root } = window.__remixContext.state.loaderData as { root: { now: Date } };
    return new Date(root.now).getTime();
  });
  const menu = page.locator('header details').filter({ hasText: site.nav.signOut }).first();
  await menu.locator('summary').click();
  return {
    drawnAt,
    name: await menu.locator('p').first().textContent(),
    initials: (await menu.locator('summary').textContent())?.trim(),
    standIns: html.match(/[nic][0-9a-f]{24}[nic]/g) ?? [],
  };
}

test('a page drawn for one member serves the next who would see the same: each with their own name, and its scripts run', {
  tag: '@script',
}, async ({ browser }) => {
  const [one, other] = [await visitorOf(browser), await visitorOf(browser)];
  await signIn(one.page, demoLogins.seventeen);
  await signIn(other.page, demoLogins.silentAdult);
  for (const address of ['/y-tuong', '/cuoc-thi']) {
    expect(await one.open(address)).toMatchObject({ status: 200, ran: true, broken: [] });
    const first = await shownTo(one.page);
    expect(await other.open(address)).toMatchObject({ status: 200, ran: true, broken: [] });
    const second = await shownTo(other.page);
    expect([first.name, second.name]).toEqual(['Lê Khánh Linh', 'Trần Quốc Bảo']);
    expect([first.initials, second.initials]).toEqual(['LL', 'TB']);
    expect([first.standIns, second.standIns]).toEqual([[], []]);
    expect(second.drawnAt).toBe(first.drawnAt);
  }
  await one.close();
  await other.close();
});
