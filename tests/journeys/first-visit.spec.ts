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
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy trang này');
  await expect(page.getByText('Thử tìm bằng vài từ trong tên ý tưởng.')).toBeVisible();
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

test('what is no proper request is refused, never a failure', async ({ request, baseURL }) => {
  const origin = baseURL!;
  const form = { login: 'anh@y-hay.example', password: 'sai' };
  const post = async (headers: Record<string, string>, data?: Buffer) =>
    (await request.post('/dang-nhap', { headers, ...(data ? { data } : { form }), maxRedirects: 0 })).status();
  expect(await post({ origin })).toBe(422);
  expect(await post({ origin: 'https://elsewhere.example' })).toBe(403);
  expect(await post({ origin: 'nonsense' })).toBe(403);
  expect(await post({ origin: 'null' })).toBe(403);
  expect(await post({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(422);
  expect(await post({ origin, 'x-forwarded-host': 'elsewhere.example' })).toBe(422);
  expect(await post({ origin }, Buffer.alloc(5_000_000, 'a'))).toBe(413);
  expect(await post({ origin, 'content-type': 'multipart/form-data; boundary=x' }, Buffer.from('nonsense'))).toBe(422);
  const status = async (address: string, options = {}) => (await request.fetch(address, options)).status();
  expect(await status('/', { method: 'PUT', headers: { origin } })).toBe(405);
  expect(await status('/', { headers: { host: 'elsewhere.example' } })).toBe(421);
  expect(await status('/%E0%A4%A')).toBe(404);
});
