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

/** The pages of this person's ideas where mentors are asked and which speak of scoresheets; read without drawing them. */
async function scoredIdeas(browser: Browser, login: string): Promise<string[]> {
  const context = await browser.newContext(test.info().project.use);
  const { request } = context;
  const read = async (address: string) =>
    (await (await request.get(address)).text()).replaceAll(/<script\b.*?<\/script>/gs, '');
  const origin = test.info().project.use.baseURL!;
  const answer = await request.post('/dang-nhap', { form: { login, password: demoPassword }, headers: { origin } });
  expect(answer.url()).not.toContain('dang-nhap');
  const found: string[] = [];
  const ideas = new Set(
    [...(await read('/cua-toi')).matchAll(/href="(\/y-tuong\/[^/"?#]+)"/g)].map(([, href]) => href!),
  );
  for (const idea of ideas) {
    if (idea === '/y-tuong/moi') continue;
    if ((await read(`${idea}/co-van`)).includes('Theo phiếu chấm của')) found.push(`${idea}/co-van`);
  }
  await context.close();
  return found;
}

/** Somebody of the crowd who leads a team with published scoresheets and no open request, on the page where mentors are asked. */
async function aTeamAfterItsRound(browser: Browser): Promise<Page> {
  for (let number = 1; number <= 89; number++) {
    const login = `thanh-vien-${String(number).padStart(2, '0')}@y-hay.example`;
    const asking = await scoredIdeas(browser, login);
    if (asking.length === 0) continue;
    const page = await signedIn(browser, login);
    for (const address of asking) {
      await page.goto(address);
      const matchable = (await page.getByRole('radio', { name: /Cần Thơ đồng hành/ }).count()) > 0;
      const asked = (await page.getByRole('heading', { name: 'Đã gửi' }).count()) > 0;
      if (matchable && !asked) return page;
    }
    await page.context().close();
  }
  throw new Error('nobody of the demo world leads a team with published scoresheets');
}

/** Opens a `<details>` by its summary and waits for what is in it. */
async function open(page: Page, summary: string) {
  await page.locator('summary', { hasText: summary }).first().click();
}

test('from a lost round to a mentor’s first session: weak criteria filled in, matched as a dry run, both accept, contacts only where shared', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const team = await aTeamAfterItsRound(browser);
  const title = (await team.locator('nav[aria-label] ol a').last().textContent())!.trim();
  await expect(team.getByRole('table', { name: 'Tiêu chí nhóm được điểm thấp' })).toBeVisible();
  // What the scoresheets say is ticked already; the team only adds what it wants to say.
  await expect(team.locator('input[name="aspects"]:checked')).not.toHaveCount(0);
  await team.getByRole('radio', { name: /Cần Thơ đồng hành/ }).check();
  await team.getByRole('checkbox', { name: 'Tính khả thi, cách triển khai' }).check();
  await team.getByRole('checkbox', { name: 'Công nghệ, kỹ thuật' }).check();
  await team.locator('textarea[name="note"]').fill('Nhóm vừa thi xong và muốn làm bản thử cho thật chắc chắn.');
  await team.getByRole('button', { name: 'Gửi lời mời' }).click();
  await expect(team.getByText('Đang chờ đơn vị ghép.')).toBeVisible();

  const organiser = await signedIn(browser, demoLogins.organiser);
  await organiser.goto('/quan-tri/co-van/chuong-trinh/can-tho-dong-hanh');
  await organiser.getByRole('button', { name: /^Ghép thử/ }).click();
  const plan = organiser.getByRole('table', { name: 'Ghép thử' });
  await expect(plan.getByText(title).first()).toBeVisible();
  const mentorName = (await plan.getByRole('row', { name: title }).getByRole('cell').first().innerText())
    .replace(/^Cố vấn\s*/, '')
    .trim();
  // Nobody has been told anything yet.
  await team.reload();
  await expect(team.getByText('Đang chờ đơn vị ghép.')).toBeVisible();
  await open(organiser, 'Áp dụng: mời cả hai bên');
  await organiser.getByRole('button', { name: 'Áp dụng: mời cả hai bên' }).click();
  await expect(organiser.getByText('Đã áp dụng')).toBeVisible();

  await team.reload();
  await team.getByRole('link', { name: mentorName }).first().click();
  await team.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(team.getByText('Bạn đã đồng ý; đang chờ bên kia.')).toBeVisible();

  const logins = [demoLogins.mentor, ...[2, 3, 4, 5].map((number) => `co-van-${number}@y-hay.example`)];
  let mentor: Page | null = null;
  for (const login of logins) {
    const page = await signedIn(browser, login);
    await page.goto('/co-van/cua-toi');
    if ((await page.getByRole('link', { name: title }).count()) > 0) {
      mentor = page;
      break;
    }
    await page.context().close();
  }
  await mentor!.getByRole('link', { name: title }).first().click();
  await expect(mentor!.getByText('không chấm bài của nhóm này nữa')).toBeVisible();
  await mentor!.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(mentor!.getByRole('heading', { level: 1 })).toContainText('Đồng hành');
  await expect(mentor!.getByText('@y-hay.example')).toHaveCount(0);

  await team.goto(mentor!.url());
  await team.getByRole('checkbox', { name: 'Địa chỉ thư của tôi' }).check();
  await team.getByRole('button', { name: 'Chia sẻ với bên kia' }).click();
  await expect(team.getByText('Bên kia đang thấy: địa chỉ thư.')).toBeVisible();
  await mentor!.reload();
  await expect(mentor!.getByRole('link', { name: /@y-hay\.example/ })).toBeVisible();

  await mentor!
    .locator('textarea[name="summary"]')
    .fill('Cùng đọc phiếu chấm, chọn hai điều phải thử trong tháng này.');
  await mentor!.getByRole('button', { name: 'Ghi buổi này' }).click();
  await expect(mentor!.getByText('chọn hai điều phải thử')).toBeVisible();
  await team.reload();
  await expect(team.getByText('chọn hai điều phải thử')).toBeVisible();

  // Taken back, it is gone at once.
  await open(team, 'Thôi chia sẻ');
  await team.getByRole('button', { name: 'Thôi chia sẻ' }).last().click();
  await expect(team.getByText('Bên kia chưa thấy liên hệ nào của bạn.')).toBeVisible();
  await mentor!.reload();
  await expect(mentor!.getByRole('link', { name: /@y-hay\.example/ })).toHaveCount(0);
});
