import { type Browser, expect, type Page, test } from '@playwright/test';
import { demoLogins, demoPassword } from '#prisma/seed/demo-sign-ins.ts';

async function signedIn(browser: Browser, login: string): Promise<Page> {
  const context = await browser.newContext(test.info().project.use);
  const page = await context.newPage();
  await page.goto('/dang-nhap');
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.locator('main form button[type="submit"]').first().click();
  await expect(page).not.toHaveURL(/dang-nhap/);
  return page;
}

async function open(page: Page, summary: string) {
  await page.locator('summary', { hasText: summary }).first().click();
}

test('from a saved search to a promise kept: contacts only after the team accepts, kept only when the team says so', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const business = await signedIn(browser, demoLogins.representative);
  await business.goto('/y-tuong?q=phao+do+man');
  await business.getByRole('link', { name: 'Lưu tìm kiếm này' }).click();
  await business.locator('input[name="name"]').fill(`Đo mặn ${test.info().project.name}`);
  await business.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(business.getByText(`Đo mặn ${test.info().project.name}`)).toBeVisible();
  await business.getByRole('button', { name: `Mở Đo mặn ${test.info().project.name}` }).click();
  await expect(business).toHaveURL(/\/y-tuong\?q=phao\+do\+man/);

  // The team of the demo's student has a published idea and an offer that waits.
  const lead = await signedIn(browser, demoLogins.student);
  await lead.goto('/cua-toi');
  const waiting = lead.getByRole('link', { name: /Trả lời đề nghị hỗ trợ/ });
  if ((await waiting.count()) === 0) {
    // The other walk of this journey has used it up: the business offers again.
    const idea = await lead.locator('main a[href^="/y-tuong/bo-loc"]').first().getAttribute('href');
    await business.goto(`${idea}/ho-tro`);
    await business.getByRole('radio', { name: 'Nơi thử nghiệm' }).check();
    await business
      .locator('textarea[name="text"]')
      .fill('Chúng tôi mời nhóm thử thêm tại một trường nữa, có kỹ thuật viên đi cùng.');
    await business.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await expect(business.getByText('Chờ nhóm trả lời').first()).toBeVisible();
    await lead.reload();
  }
  await waiting.first().click();
  await lead.waitForURL(/\/ho-tro\//);
  const address = lead.url();
  await business.goto(address);
  await expect(business.getByText('@y-hay.example')).toHaveCount(0);
  await expect(business.getByText('Nguyễn Thị Ánh')).toHaveCount(0);
  await open(lead, 'Nhận hỗ trợ');
  await lead.getByRole('button', { name: 'Nhận hỗ trợ' }).click();
  await expect(lead.getByText('Nhóm đã nhận')).toBeVisible();

  await business.reload();
  await expect(business.getByText('Bên kia chưa chia sẻ liên hệ.')).toBeVisible();
  await business
    .locator('form[action$="/cam-ket"] textarea[name="text"]')
    .fill('Một tháng thử tại hai trường, có kỹ thuật viên.');
  await business.locator('input[name="dueOn"]').fill('2099-12-31');
  await business.getByRole('button', { name: 'Ghi cam kết' }).click();
  await expect(business.getByText('Đã cam kết')).toBeVisible();

  await lead.reload();
  await lead.getByRole('checkbox', { name: 'Địa chỉ thư của tôi' }).check();
  await lead.getByRole('button', { name: 'Chia sẻ với bên kia' }).click();
  await expect(lead.getByText('Bên kia đang thấy: địa chỉ thư.')).toBeVisible();
  await business.reload();
  await expect(business.getByRole('link', { name: demoLogins.student })).toBeVisible();

  await business.locator('textarea[name="note"]').fill('Đã thử xong ở cả hai trường.');
  await business.getByRole('button', { name: 'Báo đã giao' }).click();
  await expect(business.getByText('Chờ nhóm xác nhận')).toBeVisible();
  await lead.reload();
  await open(lead, 'Xác nhận đã nhận');
  await lead.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(lead.getByText('Đã giữ lời')).toBeVisible();
  await business.goto('/doanh-nghiep');
  await expect(business.getByText('Đã giữ lời').first()).toBeVisible();
});
