import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';
import routes from '#app/routes.ts';
import { demoLogins, demoPassword } from '#prisma/seed/demo-sign-ins.ts';
import { addressTable, takes } from '#tests/house/addresses.ts';

/**
 * Every page of the demo world that some role can reach by following links answers; one of each address is looked at in the browser: it
 * stands whole at the width of a phone and of a desktop, breaks nothing, and axe finds nothing serious.
 */
test.describe.configure({ timeout: 900_000 });

const table = addressTable(routes).filter((row) => row.address !== '/*');
const patternOf = (path: string) =>
  table.find((row) => row.address === path)?.address ?? table.find((row) => takes(row.address, path))?.address;

const notPages =
  /^\/giay-chung-nhan\/|\/(suc-khoe|robots\.txt|sitemap\.xml|the-le\/ban-goc|tep\/[^/]+|tai\/|tai-ve|xuat|api\/)|\.(csv|ics|xlsx|docx|pdf|json)$/;

const visitors: (keyof typeof demoLogins | null)[] = [
  null,
  'student',
  'judge',
  'moderator',
  'organiser',
  'chair',
  'secretary',
  'mentor',
  'representative',
  'administrator',
];

async function signedIn(browser: Browser, login: string | null) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (login !== null) {
    await page.goto('/dang-nhap');
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill(demoPassword);
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname !== '/dang-nhap');
  }
  return { context, page };
}

async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

async function faultsOf(page: Page, address: string): Promise<string[]> {
  const faults: string[] = [];
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`${headings} headings of the first level`);
  if (/\b[a-z]+:[a-z]\w*\.\w/i.test((await page.locator('main').allInnerTexts()).join(' ')))
    faults.push('a key instead of a word');
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    const wide = await overflowOf(page);
    if (wide.length > 0) faults.push(`wider than ${width}: ${wide.join(' | ')}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, impact, nodes } of violations) {
    if (impact === 'serious' || impact === 'critical') faults.push(`${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }
  return faults.map((fault) => `${address} ${fault}`);
}

type Stop = { path: string; pattern: string | undefined };

const hrefs = /<a\b[^>]*?\shref="(\/[^"]*)"/g;

/** Where a visitor comes by following links, six of a kind at most for a stranger and one for a member, and what did not answer with a page. */
async function walk(request: APIRequestContext, visitor: string | null): Promise<{ stops: Stop[]; faults: string[] }> {
  const stops: Stop[] = [];
  const faults: string[] = [];
  const waiting = visitor === null ? ['/', '/dang-nhap', '/dang-ky'] : ['/cua-toi', '/'];
  const queued = new Map<string, number>();
  const most = visitor === null ? 6 : 1;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await request.get(path);
    if (answer.status() !== 200) {
      faults.push(`${path} answers ${answer.status()} to ${visitor ?? 'a stranger'}, who was led there`);
      continue;
    }
    stops.push({ path, pattern: patternOf(new URL(answer.url()).pathname) });
    for (const [, href] of (await answer.text()).matchAll(hrefs)) {
      const link = href!.replaceAll('&amp;', '&');
      const target = new URL(link, 'http://site.invalid').pathname;
      const wanted = patternOf(target);
      if (wanted === undefined || notPages.test(target)) continue;
      const times = queued.get(wanted) ?? 0;
      if (times >= most || waiting.includes(link)) continue;
      queued.set(wanted, times + 1);
      waiting.push(link);
    }
  }
  return { stops, faults };
}

test('every page stands on a phone and on a desktop, and axe finds nothing serious', { tag: '@script' }, async ({
  browser,
}) => {
  const seen = new Set<string>();
  const faults: string[] = [];
  let stops = 0;
  for (const visitor of visitors) {
    const { context, page } = await signedIn(browser, visitor === null ? null : demoLogins[visitor]);
    const led = await walk(context.request, visitor);
    stops += led.stops.length;
    faults.push(...led.faults);
    const fresh = led.stops.filter(({ pattern }) => pattern !== undefined && !seen.has(pattern) && seen.add(pattern));
    // Two at once: one page is drawn while the other is looked at.
    const look = async (onPage: Page) => {
      onPage.on('pageerror', (error) => faults.push(`${onPage.url()} ${error.message}`));
      onPage.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${onPage.url()} ${message.text()}`);
      });
      for (let stop = fresh.shift(); stop !== undefined; stop = fresh.shift()) {
        const answer = await onPage.goto(stop.path);
        if (answer?.status() !== 200) faults.push(`${stop.path} answers ${answer?.status()} in the browser`);
        faults.push(...(await faultsOf(onPage, `${visitor ?? 'a stranger'} at ${stop.path}`)));
      }
    };
    await Promise.all([look(page), look(await context.newPage())]);
    await context.close();
  }
  expect(faults).toEqual([]);
  // Nothing was passed over: so many pages the demo world leads to at least, and of so many kinds.
  expect(seen.size).toBeGreaterThanOrEqual(100);
  expect(stops).toBeGreaterThanOrEqual(600);
});

const firstAddresses = { 'an idea': '/y-tuong', 'a contest': '/cuoc-thi', 'a unit': '/don-vi' };
for (const first of ['/', '/y-tuong', '/cuoc-thi', '/dang-nhap', '/dang-ky', ...Object.keys(firstAddresses)]) {
  test(`whoever comes to ${first} first gets at most 150 kB over the wire, fonts apart`, { tag: '@script' }, async ({
    browser,
    request,
  }) => {
    const linked = async (list: string) =>
      new RegExp(`href="(${list}/(?!moi)[a-z0-9-]+)"`).exec(await (await request.get(list)).text())![1]!;
    const list = Object.entries(firstAddresses).find(([one]) => one === first)?.[1];
    const address = list ? await linked(list) : first;
    const page = await (await browser.newContext()).newPage();
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    const kinds = new Map<string, string>();
    let bytes = 0;
    wire.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (kinds.get(requestId) !== 'Font') bytes += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThanOrEqual(150_000);
  });
}
