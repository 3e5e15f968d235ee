import { expect, test } from '@playwright/test';

test('a stranger arrives, changes the language and back, and loses the way', async ({ page }) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) broken.push(message.text());
  });
  page.on('pageerror', (error) => broken.push(error.message));

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');

  await page.getByLabel('Mở danh mục').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByLabel('Open the menu').click();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');

  const lost = await page.goto('/khong-co-trang-nay');
  expect(lost?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ý Hay, trang chủ' })).toBeVisible();
  expect(broken).toEqual([]);
});

test('every answer carries the headers that keep it safe, a file as well as a page', async ({ request }) => {
  for (const address of ['/', '/favicon.svg', '/khong-co-trang-nay']) {
    const headers = (await request.get(address)).headers();
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
    expect(headers['content-security-policy'], address).toContain("frame-ancestors 'none'");
  }
});
