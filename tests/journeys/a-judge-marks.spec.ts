import { expect, type Page, test } from '@playwright/test';
import { demoJudges, demoPassword } from '#prisma/seed/demo-sign-ins.ts';

async function signIn(page: Page, login: string) {
  await page.goto('/dang-nhap');
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.locator('main button[type="submit"]').first().click();
  await expect(page).not.toHaveURL(/dang-nhap/);
}

/** Opens a sheet of the round that is being judged which nobody has begun; answers its address. */
async function openFreshSheet(page: Page): Promise<string> {
  await page.goto('/cham-thi');
  const row = page.getByRole('row', { name: /Chưa chấm/ }).first();
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Phiếu chấm' })).toBeVisible();
  return page.url();
}

const novelty = (page: Page) => page.getByRole('textbox', { name: 'Tính mới, sáng tạo' });
/** Sheets with marks that wait on this device. */
const keptHere = () => Object.keys(localStorage).filter((key) => key.startsWith('y-hay:diem:')).length;
const others = ['Tính khả thi', 'Hiệu quả', 'Khả năng nhân rộng, thương mại hóa', 'Tác động xã hội'];

async function markTheRest(page: Page) {
  for (const name of others) await page.getByRole('textbox', { name }).fill('12');
  await page.getByRole('group', { name: 'Thuyết trình, trình bày' }).getByText('8', { exact: true }).click();
}

test.describe('on a bad line', { tag: '@script' }, () => {
  test('marks are kept on the device, sent when the line is back, and two tabs leave the choice to the judge', async ({
    page,
    context,
  }) => {
    await signIn(page, demoJudges[0]!);
    const address = await openFreshSheet(page);
    await novelty(page).fill('15');
    await expect(page.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible();

    const other = await context.newPage();
    await other.goto(address);
    await expect(novelty(other)).toHaveValue('15');

    await context.setOffline(true);
    await novelty(page).fill('17');
    await expect(page.getByRole('status').filter({ hasText: 'Mất mạng' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Hiệu quả' }).fill('11');
    expect(await page.evaluate(keptHere)).toBe(1);
    await context.setOffline(false);
    await expect(page.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible();
    expect(await page.evaluate(keptHere)).toBe(0);

    // The other tab still stands on the older mark.
    await novelty(other).fill('9');
    await expect(other.getByText('Hai điểm khác nhau cho tiêu chí này')).toBeVisible();
    await other.getByRole('button', { name: 'Giữ 17' }).click();
    await expect(other.getByText('Hai điểm khác nhau cho tiêu chí này')).toBeHidden();
    await expect(novelty(other)).toHaveValue('17');

    await novelty(other).fill('1.017,5');
    await expect(other.getByText('Chỉ viết một dấu, trước phần lẻ, ví dụ 7,5.')).toBeVisible();
    await expect(novelty(other)).toHaveValue('1.017,5');
    await novelty(other).fill('16,0');
    await markTheRest(other);
    // Handed in when nothing is left to send: the page as it comes anew, nothing kept on the device.
    await expect.poll(() => other.evaluate(keptHere)).toBe(0);
    await other.reload();
    await expect(other.locator('output')).toHaveText('72,00');
    await expect(other.getByRole('button', { name: 'Lưu', exact: true })).toBeHidden();
    await other.getByRole('button', { name: 'Nộp phiếu' }).click();
    await expect(other.getByText('Đã nộp phiếu')).toBeVisible();
    await expect(other.locator('output')).toHaveText('72,00');
  });
});

test.describe('without script', { tag: '@no-script' }, () => {
  test('one form with every criterion: what is wrong stands beside it, what is right is saved', async ({ page }) => {
    await signIn(page, demoJudges[0]!);
    const address = await openFreshSheet(page);
    await novelty(page).fill('1.007,5');
    await page.getByRole('textbox', { name: 'Hiệu quả' }).fill('11,0');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(page.getByText('Chỉ viết một dấu, trước phần lẻ, ví dụ 7,5.').first()).toBeVisible();
    await expect(novelty(page)).toHaveValue('1.007,5');

    await page.goto(address);
    await expect(novelty(page)).toHaveValue('');
    await expect(page.getByRole('textbox', { name: 'Hiệu quả' })).toHaveValue('11');
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    await expect(page.getByText('Tiêu chí này chưa có điểm.').first()).toBeVisible();

    await page.goto(address);
    await novelty(page).fill('14');
    await markTheRest(page);
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    await expect(page.getByText('Đã nộp phiếu')).toBeVisible();
    await expect(page.locator('output')).toHaveText('70,00');
  });
});
