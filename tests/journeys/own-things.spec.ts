import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { codeOf, stepAt } from '#app/domain/people/totp.server.ts';
import people from '#app/words/vi/people.ts';
import { demoClassCode } from '#prisma/seed/demo-sign-ins.ts';

/**
 * One person's own things: two-step sign-in set up and used, a device shown the door, everything taken along, the account
 * closed and, after a night's sleep, opened again.
 */

const password = 'chiec-la-cuoi-mua';
const fullName = 'Lương Thị Mộc Miên';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

async function newBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext(test.info().project.use);
  context.setDefaultTimeout(25_000);
  return context.newPage();
}

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]:not([type="hidden"])`).first();
const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click();

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/dang-nhap');
  await field(page, 'login').fill(login);
  await field(page, 'password').fill(password);
  await press(page, people.signIn.send);
}

test('two steps, a device shown the door, my data in a file, the account closed and opened again', async ({
  browser,
}) => {
  const login = `moc.mien.${test.info().project.name === 'with-script' ? 'mot' : 'hai'}`;
  const page = await newBrowser(browser);
  await page.goto('/dang-ky/ma-lop');
  await field(page, 'code').fill(demoClassCode);
  await field(page, 'fullName').fill(fullName);
  await field(page, 'birthDate').fill('2009-05-06');
  await field(page, 'userName').fill(login);
  await field(page, 'password').fill(password);
  await field(page, 'terms').check();
  await press(page, people.classCode.send);
  await expect(page).toHaveURL(/\/cua-toi$/);

  await page.goto('/cua-toi/tai-khoan');
  await page.getByRole('link', { name: people.secondFactor.title }).click();
  await field(page, 'password').fill(password);
  await press(page, people.secondFactor.beginSend);
  await expect(page.getByRole('img', { name: people.secondFactor.qr })).toBeVisible();
  await page.locator('summary', { hasText: people.secondFactor.byHand }).click();
  const secret = fromBase32((await page.locator('main details code').innerText()).replaceAll(/\s/g, ''));
  await field(page, 'code').fill('000000');
  await press(page, people.secondFactor.confirm);
  await expect(page.getByText(people.problems.codeWrong).first()).toBeVisible();
  await field(page, 'code').fill(codeOf(secret, stepAt(new Date())));
  await press(page, people.secondFactor.confirm);
  await expect(page.getByRole('heading', { name: people.secondFactor.done })).toBeVisible();
  const codes = await page.locator('main li code').allInnerTexts();
  expect(codes).toHaveLength(10);

  const phone = await newBrowser(browser);
  await signIn(phone, login);
  await expect(phone).toHaveURL(/\/dang-nhap\/buoc-hai/);
  await phone.goto('/cua-toi');
  await expect(phone).toHaveURL(/\/dang-nhap\?/);
  await signIn(phone, login);
  await field(phone, 'code').fill('zzzzz-zzzzz');
  await press(phone, people.secondStep.send);
  await expect(phone.getByText(people.problems.codeWrong).first()).toBeVisible();
  await field(phone, 'code').fill(codes[0]!);
  await press(phone, people.secondStep.send);
  await expect(phone).toHaveURL(/\/cua-toi$/);

  await page.goto('/cua-toi/tai-khoan');
  await expect(page.getByText(people.sessions.current)).toHaveCount(1);
  await page.getByRole('button', { name: people.sessions.endOthers }).click();
  await expect(page.getByText(people.account.done.phien)).toBeVisible();
  await phone.goto('/cua-toi');
  await expect(phone).toHaveURL(/\/dang-nhap\?/);

  await page.goto('/cua-toi/du-lieu');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: people.ownData.take }).click();
  const held = JSON.parse(readFileSync(await (await coming).path(), 'utf8'));
  expect(held.person).toMatchObject({ fullName, userName: login });
  expect(JSON.stringify(held)).not.toContain(secret.toString('hex'));

  await page.goto('/cua-toi/dong-tai-khoan');
  await page.getByRole('radio', { name: people.closing.kept }).check();
  await field(page, 'password').fill(password);
  await press(page, people.closing.send);
  await expect(page.getByText(people.problems.closingSure).first()).toBeVisible();
  await field(page, 'sure').check();
  await field(page, 'password').fill(password);
  await press(page, people.closing.send);
  await expect(page.getByRole('heading', { name: people.reopening.closed })).toBeVisible();
  await page.goto('/cua-toi');
  await expect(page).toHaveURL(/\/dang-nhap\?/);

  await signIn(page, login);
  await expect(page.getByRole('heading', { name: people.reopening.title })).toBeVisible();
  await press(page, people.reopening.send);
  await field(page, 'code').fill(codes[1]!);
  await press(page, people.secondStep.send);
  await expect(page).toHaveURL(/\/cua-toi\/dong-y/);
});
