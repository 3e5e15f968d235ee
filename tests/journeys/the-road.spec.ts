import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import awards from '#app/words/vi/awards.ts';
import contests from '#app/words/vi/contests.ts';
import ideas from '#app/words/vi/ideas.ts';
import judging from '#app/words/vi/judging.ts';
import organising from '#app/words/vi/organising.ts';
import people from '#app/words/vi/people.ts';
import staff from '#app/words/vi/staff.ts';
import { demoJudges, demoLogins, demoPassword } from '#prisma/seed/demo-sign-ins.ts';

/**
 * The road once through, as five people: a young author, a moderator of her commune, the organiser of her province, the panel, and
 * a stranger who reads the result. Every step is what a person does on the page; nothing is put into the database.
 */

const password = 'mua-lu-ve-song-hau';

type Role = { page: Page; login: string };

async function comeIn(browser: Browser, scripted: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripted, viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(25_000);
  context.setDefaultNavigationTimeout(25_000);
  return context.newPage();
}

const main = (page: Page) => page.locator('main');
const field = (page: Page, name: string) => main(page).locator(`[name="${name}"]:not([type="hidden"])`).first();
const button = (place: Locator, name: string) => place.getByRole('button', { name, exact: false }).first();

async function fill(page: Page, words: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(words)) await field(page, name).fill(value);
}

async function goOnTo(page: Page, sought: Locator): Promise<void> {
  const steps = page.getByText(/^Bước \d\/\d/);
  while (!(await sought.isVisible())) {
    const before = await steps.textContent();
    await page.getByRole('button', { name: ideas.editor.next, exact: true }).click();
    await expect(steps).not.toHaveText(before!);
  }
}

/** On a phone the form shows one step at a time: goes on to the step that holds the field. */
async function stepTo(page: Page, name: string): Promise<void> {
  await goOnTo(page, field(page, name));
}

async function write(page: Page, words: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(words)) {
    await stepTo(page, name);
    await field(page, name).fill(value);
  }
}

/** Goes through what is left and on to the page that shows the idea as others will see it. */
async function preview(page: Page): Promise<void> {
  const look = page.locator('button[name="next"][value="preview"]:visible').first();
  await goOnTo(page, look);
  await look.click();
  await page.waitForURL('**/xem-truoc');
  await page.waitForLoadState('networkidle');
}

/** Waits until the scripts have taken over, so that nothing typed is typed into a page that is about to change. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
}

async function signIn(page: Page, login: string, secret = demoPassword): Promise<Role> {
  await open(page, '/dang-nhap');
  await fill(page, { login, password: secret });
  await button(main(page), people.signIn.send).click();
  await page.waitForURL((url) => url.pathname !== '/dang-nhap');
  return { page, login };
}

/** An act that asks first: opens the question, then says yes. */
async function confirmAct(page: Page, label: string): Promise<void> {
  const asking = main(page)
    .locator('details', { has: page.locator('summary', { hasText: label }) })
    .last();
  await asking.locator('summary').first().click();
  await asking.locator('button[type="submit"]').first().click();
}

/** The newest letter in the demo's outbox to this address that holds a link to `address`. */
async function followLetter(page: Page, to: string, address: string): Promise<void> {
  const link = () => main(page).locator('li', { hasText: to }).locator(`a[href*="${address}"]`).first();
  await expect(async () => {
    await page.goto('/thu-demo');
    await expect(link()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  const target = new URL((await link().getAttribute('href'))!);
  await open(page, target.pathname + target.search);
}

const inVietnam = (moment: Date) => new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19);

test('from an idea on a phone to a judged result that anyone may read', async ({
  browser,
  javaScriptEnabled,
}, info) => {
  test.setTimeout(600_000);
  const scripted = javaScriptEnabled;
  const run = `${info.project.name === 'with-script' ? 'a' : 'b'}${Date.now().toString(36)}`;
  const mail = `tac-gia-${run}@y-hay.example`;
  const title = `Phao cứu sinh gấp gọn cho học sinh đi đò ${run}`;
  const contestName = `Ý tưởng trẻ sông Hậu ${run}`;
  const broken: string[] = [];

  const author = await comeIn(browser, scripted);
  author.on('pageerror', (error) => broken.push(error.message));

  await test.step('she signs up, verifies her mail and says where she belongs', async () => {
    await open(author, '/dang-ky');
    await fill(author, { fullName: 'Nguyễn Thị Hải Âu', birthDate: '2004-05-17', email: mail, password });
    await field(author, 'publishName').check();
    await field(author, 'terms').check();
    await field(author, 'unitText').fill('phường Ninh Kiều');
    if (scripted) await author.getByRole('option').first().click();
    await button(main(author), people.signUp.send).click();
    if (!scripted) {
      // Without script the form comes back with the units that the words may mean; the password is never kept.
      await main(author).locator('input[type="radio"][name="unit"]').first().check();
      await fill(author, { password });
      await button(main(author), people.signUp.send).click();
    }
    await author.waitForURL(/da-gui|xac-minh/, { timeout: 25_000 });
    await followLetter(author, mail, '/xac-minh-thu');
    await fill(author, { password });
    await button(main(author), people.verification.send).click();
    await author.waitForURL('**/cua-toi');
  });

  const moderator = await signIn(await comeIn(browser, scripted), demoLogins.moderator);
  await test.step('her commune says that she is one of theirs', async () => {
    const { page } = moderator;
    await open(page, '/quan-tri/don-vi/phuong-ninh-kieu-can-tho/thanh-vien');
    const claim = main(page).locator('li', { hasText: mail });
    await button(claim, staff.members.confirm).click();
    await expect(claim).toHaveCount(0);
  });

  let ideaPath = '';
  await test.step('she writes an idea, which saves itself', async () => {
    await open(author, '/y-tuong/moi');
    await fill(author, { title });
    await button(main(author), ideas.begin.start).click();
    await author.waitForURL('**/soan');
    await author.waitForLoadState('networkidle');
    await field(author, 'title').waitFor();
    await stepTo(author, 'fieldId');
    await field(author, 'fieldId').selectOption({ index: 2 });
    await write(author, {
      abstract: 'Một chiếc phao gấp lại bằng cuốn vở, học sinh đeo được cả ngày và bung ra trong ba giây khi xuống đò.',
      problem:
        'Nhiều bạn ở xã cù lao đi học bằng đò. Áo phao cồng kềnh nên ai cũng cởi ra, và mỗi mùa nước nổi lại có tai nạn.',
      solution:
        'Phao bằng vải dù tận dụng, có bình khí nhỏ của bút bơm xe đạp. Giật dây là phồng, gấp lại được nhiều lần.',
      novelty: 'Nhẹ hai trăm gram, giá dưới một trăm nghìn đồng, đeo như túi chéo nên bạn nào cũng chịu mang theo.',
      method: 'May thử mười chiếc, thử ở hồ bơi của phường, rồi cho một lớp dùng một tháng và ghi lại.',
      beneficiaries: 'Khoảng bốn trăm học sinh đi đò mỗi ngày của phường và các xã bên kia sông.',
    });
    if (scripted) {
      await expect(
        main(author)
          .getByText(/Đã lưu \d/)
          .first(),
      ).toBeVisible();
      await author.reload({ waitUntil: 'networkidle' });
      await stepTo(author, 'novelty');
      await expect(field(author, 'novelty')).toHaveValue(/túi chéo/);
    }
    await preview(author);
    await expect(main(author)).toContainText(title);
    await button(main(author), ideas.preview.send).click();
    await author.waitForURL((url) => /^\/y-tuong\/(?!moi)[^/]+$/.test(url.pathname));
    ideaPath = new URL(author.url()).pathname;
  });

  const stranger = await comeIn(browser, scripted);
  await test.step('nobody else sees it before it is published', async () => {
    expect((await stranger.goto(ideaPath))?.status()).toBe(404);
  });

  const review = async (verdict: string, note: string) => {
    const { page } = moderator;
    await open(page, '/quan-tri/kiem-duyet');
    await main(page).getByRole('link', { name: title }).first().click();
    await page.waitForURL('**/kiem-duyet/*');
    await page.waitForLoadState('networkidle');
    await fill(page, { note });
    const choice = page.locator(`button[name="verdict"][value="${verdict}"]`);
    if (!(await choice.isVisible())) await page.locator('details', { has: choice }).locator('summary').click();
    const reviewed = new URL(page.url()).pathname;
    await choice.click();
    await page.waitForURL((url) => !url.pathname.startsWith(reviewed));
  };

  await test.step('the moderator sends it back with a reason; she mends it and sends it again', async () => {
    await review('RETURNED:UNCLEAR', 'Em viết rõ hơn chi phí một chiếc phao nhé.');
    await open(author, ideaPath);
    await expect(main(author)).toContainText('Em viết rõ hơn chi phí một chiếc phao nhé.');
    await open(author, `${ideaPath}/soan`);
    await write(author, { needs: 'Vải dù, mười bình khí nhỏ và hai buổi thử ở hồ bơi: tám trăm nghìn đồng.' });
    await preview(author);
    await button(main(author), ideas.preview.send).click();
    await author.waitForURL((url) => url.pathname === ideaPath);
    await review('PUBLISHED:FITS', '');
  });

  await test.step('a stranger finds it without typing one tone', async () => {
    await expect(async () => {
      await stranger.goto(`/y-tuong?q=${encodeURIComponent('phao cuu sinh gap gon')}`);
      await expect(main(stranger).getByRole('link', { name: title })).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    await stranger.goto(ideaPath);
    await expect(main(stranger)).toContainText('Nguyễn Thị Hải Âu');
  });

  await test.step('she is told in the site and by mail', async () => {
    await expect(async () => {
      await author.goto('/thong-bao');
      await expect(main(author)).toContainText(title, { timeout: 500 });
    }).toPass({ timeout: 20_000 });
  });

  const organiser = await signIn(await comeIn(browser, scripted), demoLogins.organiser);
  let contestPath = '';
  const manage = () => `/quan-tri${contestPath}`;
  const begins = new Date(Date.now() - 3_600_000);
  await test.step('the organiser makes a contest with a round, a rubric and a panel', async () => {
    const { page } = organiser;
    await open(page, '/quan-tri/cuoc-thi/moi');
    await fill(page, {
      name: contestName,
      summary: 'Ý tưởng của thanh niên Cần Thơ cho đời sống bên sông.',
      opensAt: inVietnam(begins).slice(0, 16),
      closesAt: inVietnam(new Date(Date.now() + 6 * 3_600_000)).slice(0, 16),
    });
    const host = field(page, 'hostId')
      .locator('option', { hasText: /Cần Thơ$/ })
      .first();
    await field(page, 'hostId').selectOption((await host.getAttribute('value'))!);
    await button(main(page), organising.managed.makeSend).click();
    await page.waitForURL((url) => /^\/quan-tri\/cuoc-thi\/(?!moi)[^/]+$/.test(url.pathname));
    contestPath = new URL(page.url()).pathname.replace('/quan-tri', '');

    await open(page, `${manage()}/bang`);
    await field(page, 'name.0').fill('Bảng chung');
    await button(main(page), organising.save).click();
    await page.waitForLoadState('networkidle');

    await open(page, `${manage()}/vong/1/thiet-lap`);
    await fill(page, {
      name: 'Sơ khảo',
      opensAt: inVietnam(begins).slice(0, 16),
      closesAt: inVietnam(new Date(Date.now() + 48 * 3_600_000)).slice(0, 16),
      reviewsPerEntry: '2',
    });
    await button(main(page), organising.save).click();
    await page.waitForLoadState('networkidle');

    for (const login of [demoJudges[2]!, demoJudges[3]!]) await appoint(page, login, 'JUDGE');
    await appoint(page, demoLogins.chair, 'CHAIR');
  });

  async function appoint(page: Page, login: string, kind: string): Promise<void> {
    await open(page, `${manage()}/hoi-dong`);
    await field(page, 'whom').fill(login);
    const seat = main(page).locator(`[name="kind"][value="${kind}"]`);
    if ((await seat.count()) > 0) await seat.first().check();
    else await field(page, 'kind').selectOption(kind);
    await button(main(page), organising.panel.send).click();
    await page.waitForLoadState('networkidle');
  }

  let deadline = new Date();
  await test.step('the rules are frozen, and she enters her idea before the deadline', async () => {
    const { page } = organiser;
    await open(page, `${manage()}/the-le`);
    deadline = new Date(Date.now() + 75_000);
    await field(page, 'closesAt').fill(inVietnam(deadline));
    await button(main(page), organising.save).click();
    await page.waitForLoadState('networkidle');
    await open(page, manage());
    await confirmAct(page, organising.opening.send);
    await expect(main(page).locator('summary', { hasText: organising.opening.send })).toHaveCount(0);

    await open(author, `${contestPath}/du-thi`);
    const choice = main(author).locator('input[name="idea"]').first();
    if (!(await choice.isChecked())) await choice.check();
    await button(main(author), contests.entering.send).click();
    await author.waitForURL('**/bai/*');
    await expect(main(author)).toContainText(title);
  });

  await test.step('while it is judged blind, its page names nobody', async () => {
    await expect(async () => {
      await stranger.goto(ideaPath);
      await expect(main(stranger)).toContainText('Ẩn danh đến khi công bố', { timeout: 500 });
      await expect(main(stranger)).not.toContainText('Hải Âu', { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  });

  await test.step('the deadline passes; the solver assigns, looked at first, then applied', async () => {
    await author.waitForTimeout(Math.max(0, deadline.getTime() - Date.now()) + 1500);
    await open(author, `${contestPath}/du-thi`);
    await expect(button(main(author), contests.entering.send)).toHaveCount(0);
    const { page } = organiser;
    await open(page, manage());
    const closing = button(main(page), organising.closing.send);
    if ((await closing.count()) > 0) {
      await closing.click();
      await page.waitForLoadState('networkidle');
    }
    await open(page, `${manage()}/vong/1/phan-cong`);
    await button(main(page), judging.assignment.run).click();
    await page.waitForURL(/ke=/);
    await page.waitForLoadState('networkidle');
    await button(main(page), 'Áp dụng').click();
    await expect(main(page)).toContainText('Đã phân công (2)');
    await open(page, `${manage()}/vong/1`);
    await button(main(page), judging.next.openSend).click();
    await expect(button(main(page), judging.next.openSend)).toHaveCount(0);
  });

  const judges: Role[] = [];
  await test.step('two judges mark on their sheets; no name is on any of them', async () => {
    for (const [index, login] of [demoJudges[2]!, demoJudges[3]!].entries()) {
      const judge = await signIn(await comeIn(browser, scripted), login);
      judges.push(judge);
      const { page } = judge;
      await open(page, '/cham-thi');
      await main(page)
        .locator('section, li, article')
        .filter({ hasText: contestName })
        .locator('a[href*="/phieu/"]')
        .first()
        .click();
      await page.waitForURL('**/phieu/*');
      await page.waitForLoadState('networkidle');
      await expect(main(page)).toContainText('vải dù');
      expect(await page.content()).not.toContain('Hải Âu');
      const criteria = main(page).locator('aside fieldset');
      const count = await criteria.count();
      expect(count).toBeGreaterThan(2);
      for (let at = 0; at < count; at += 1) {
        const criterion = criteria.nth(at);
        const radios = criterion.locator('input[type="radio"]');
        if ((await radios.count()) > 0) await radios.nth((await radios.count()) - 2 - index).check();
        else await criterion.locator('input[type="text"]').fill(String(12 + index));
      }
      await button(main(page).locator('aside'), judging.sheet.submit).click();
      await expect(main(page)).toContainText(judging.sheet.submitted);
    }
  });

  await test.step('nobody sees a result before it is published', async () => {
    const answer = await stranger.goto(`${contestPath}/ket-qua`);
    expect(await main(stranger).textContent()).not.toContain(title);
    expect([200, 404, 409]).toContain(answer?.status());
  });

  await test.step('the chair closes the round and publishes; a stranger reads the ranking', async () => {
    const { page } = await signIn(await comeIn(browser, scripted), demoLogins.chair);
    await open(page, `${manage()}/vong/1`);
    await confirmAct(page, judging.next.close);
    await expect(main(page)).toContainText(judging.next.publish, { timeout: 60_000 });
    await open(page, `${manage()}/vong/1/xep-hang`);
    await expect(main(page)).toContainText(title);
    await open(page, `${manage()}/vong/1/ket-qua`);
    await confirmAct(page, awards.staged.publish);
    await expect(main(page)).toContainText(awards.staged.published);
    await stranger.goto(`${contestPath}/ket-qua`);
    await expect(main(stranger)).toContainText(title);
    await expect(main(stranger)).toContainText('Nguyễn Thị Hải Âu');
  });

  expect(broken).toEqual([]);
});
