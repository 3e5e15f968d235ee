import { type Browser, expect, type Page, test } from '@playwright/test';
import { demoLogins, demoPassword } from '#prisma/seed/demo-sign-ins.ts';

async function signIn(page: Page, login: string) {
  if (!page.url().includes('dang-nhap')) await page.goto('/dang-nhap');
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.locator('main button[type="submit"]').first().click();
  await expect(page).not.toHaveURL(/dang-nhap/);
}

/** Somebody else's device. */
async function another(browser: Browser, page: Page, javaScriptEnabled: boolean | undefined): Promise<Page> {
  const { origin } = new URL(page.url());
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled,
    viewport: { width: 390, height: 844 },
  });
  return context.newPage();
}

test('a code at the stand: scanned on a phone, accepted, confirmed by the secretary, and the first sheet is marked', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await signIn(page, demoLogins.secretary);
  await page.goto('/quan-tri/cuoc-thi');
  await page
    .getByRole('row', { name: /Đang chấm/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/quan-tri\/cuoc-thi\/[a-z0-9-]+$/);
  const contest = new URL(page.url()).pathname;
  await page.goto(`${contest}/hoi-dong/moi`);
  const stand = page.locator('form[action$="/ma-qr"]');
  await stand.getByLabel('Họ tên').fill('Khách ở gian hàng');
  await stand.getByRole('button', { name: 'Tạo mã QR' }).click();
  await expect(page.getByRole('img', { name: 'Mã QR mở trang nhận lời' })).toBeVisible();
  const address = await page.getByText(/\/moi-giam-khao\?ma=/).innerText();

  const phone = await another(browser, page, javaScriptEnabled);
  await phone.goto(address);
  await phone.getByRole('link', { name: 'Đăng nhập' }).last().click();
  await expect(phone).toHaveURL(/dang-nhap/);
  const login = javaScriptEnabled ? demoLogins.otherModerator : demoLogins.representative;
  await signIn(phone, login);
  await phone.getByLabel('Số giờ bạn có để chấm').fill('0');
  await phone.getByRole('button', { name: 'Nhận lời làm giám khảo' }).click();
  await expect(phone.locator('[aria-invalid="true"]')).toHaveCount(1);
  await phone.getByLabel('Số giờ bạn có để chấm').fill('3');
  await phone.getByLabel('Bạn có quan hệ với ai đang dự thi?').fill('Không có ai.');
  await phone.getByRole('button', { name: 'Nhận lời làm giám khảo' }).click();
  await expect(phone.getByText('Đã nhận lời, chờ thư ký xác nhận')).toBeVisible();

  // Nobody else can use the code any more.
  const other = await another(browser, page, javaScriptEnabled);
  await other.goto(address);
  await expect(other.getByText('mỗi lời mời chỉ cho một người, một lần')).toBeVisible();

  await page.goto(`${contest}/hoi-dong/moi`);
  await expect(page.getByRole('listitem').getByText('Không có ai.')).toBeVisible();
  const confirm = page.getByRole('button', { name: /^Xếp .* vào hội đồng$/ });
  const name = /^Xếp (.*) vào hội đồng$/.exec((await confirm.getAttribute('aria-label')) ?? '')![1]!;
  await confirm.click();
  await expect(page.getByRole('row', { name }).getByText('Đã vào hội đồng')).toBeVisible();

  // A reading is given by hand, and told on the desk at once.
  await page.goto(`${contest}/vong/1/phan-cong`);
  const byHand = page.locator('form[action$="/phan-cong/tay"]');
  const seat = byHand.getByLabel('Giám khảo').locator('option', { hasText: name });
  await byHand.getByLabel('Bài dự thi').selectOption({ index: 1 });
  await byHand.getByLabel('Giám khảo').selectOption((await seat.first().getAttribute('value'))!);
  await byHand.getByRole('button').last().click();
  await expect(page.getByRole('button', { name: `Bỏ phân công bài 1 của ${name}` })).toBeVisible();

  await phone.goto('/cham-thi');
  await phone.getByRole('link', { name: /^Bài số 1:/ }).click();
  await expect(phone.getByRole('heading', { name: 'Phiếu chấm' })).toBeVisible();
  await phone.getByRole('textbox', { name: 'Tính mới, sáng tạo' }).fill('15');
  for (const criterion of ['Tính khả thi', 'Hiệu quả', 'Khả năng nhân rộng, thương mại hóa', 'Tác động xã hội']) {
    await phone.getByRole('textbox', { name: criterion }).fill('12');
  }
  await phone.getByRole('group', { name: 'Thuyết trình, trình bày' }).getByText('8', { exact: true }).click();
  await phone.getByRole('button', { name: 'Nộp phiếu' }).click();
  await expect(phone.getByText('Đã nộp phiếu')).toBeVisible();
});
