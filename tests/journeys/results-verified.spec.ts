import { spawnSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import { fullBundle, publicBundle, writeBundle } from '#app/domain/judging/record/bundle.ts';
import awards from '#app/words/vi/awards.ts';
import { aChain, rewritten } from '#tests/domain/judging/record/a-bundle.ts';

/** A losing team checks a file of results in its own browser; the command line, on the same file, says the same. */

type Case = { name: string; text: string; root?: string };

async function cases(): Promise<{ root: string; all: Case[] }> {
  const chain = await aChain();
  const root = chain.at(-1)!.hash;
  const full = writeBundle(fullBundle(chain)!);
  const ballot = chain.find(({ kind }) => kind === 'ballot')!;
  const ranked = chain.find(({ kind }) => kind === 'round-ranked')!;
  const otherDate = await rewritten(chain, chain.length, () => ({ at: '2026-11-23T00:00:00.000Z' }));
  const otherMark = await rewritten(chain, ranked.n, ({ body }) => {
    const { standings, ...more } = body as { standings: { mean: number }[] };
    return {
      body: { ...more, standings: standings.map((one, at) => (at === 0 ? { ...one, mean: 99.5 } : one)) } as never,
    };
  });
  const changed = full.replace(`"judge":"${(ballot.body as { judge: string }).judge}"`, '"judge":"GZZZZZZZ"');
  const all: Case[] = [
    { name: 'whole, with its root', text: full, root },
    { name: 'whole, without a root', text: full },
    { name: 'public, with its root', text: writeBundle(publicBundle(chain)!), root },
    { name: 'a byte order mark before it', text: `\uFEFF${full}`, root },
    { name: 'one ballot changed', text: changed, root },
    { name: 'one bracket lost', text: full.replace('"kind":"ballot"}', '"kind":"ballot"').replace('}]', ']') },
    { name: 'a record taken out', text: writeBundle(fullBundle(chain.filter((record) => record !== ballot))!) },
    { name: 'a name that stands twice', text: full.replace('"kind":"ballot"', '"kind":"ballot","kind":"ballot"') },
    { name: 'wholly written anew, without a root', text: writeBundle(fullBundle(otherDate)!) },
    { name: 'wholly written anew, against the root', text: writeBundle(fullBundle(otherDate)!), root },
    { name: 'written anew with another mean', text: writeBundle(fullBundle(otherMark)!) },
    { name: 'another file', text: '{"teams":[]}' },
  ];
  return { root, all };
}

/** What the page says, in the words of the command line. */
async function onPage(page: Page, { text, root }: Case): Promise<unknown> {
  await page.goto(`/kiem-chung${root === undefined ? '' : `?goc=${root}`}`);
  const file = page.locator('main input[type="file"]');
  await file.setInputFiles({ name: 'ket-qua.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: awards.verifying.check, exact: true }).click();
  const verdict = page.locator('main [data-verdict]');
  const none = page.getByText(awards.verifying.notBundle);
  await expect(verdict.or(none)).toBeVisible();
  if (await none.isVisible()) return 'no bundle';
  const said = await verdict.innerText();
  if ((await verdict.getAttribute('data-verdict')) === 'valid') {
    return { status: 'valid', root: await verdict.locator('.figures').innerText() };
  }
  const [, record] = /số (\d+)/.exec(said)!;
  const why = (await verdict.locator('[lang="en"]').innerText()).slice(`${awards.verifying.why}: `.length);
  return { status: 'changed', record: Number(record), why };
}

function onCommandLine({ text, root }: Case): unknown {
  const command = ['--import', 'tsx', 'app/commands/judging.ts', 'verify', '-', ...(root ? ['--root', root] : [])];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', input: text });
  return run.status === 2 ? 'no bundle' : JSON.parse(run.stdout);
}

test('the page and the command line say the same of every file', async ({ page }, { project }) => {
  const { root, all } = await cases();
  if (project.name === 'without-script') {
    await page.goto(`/kiem-chung?goc=${root}`);
    const command = page.locator('main noscript .figures');
    await expect(command).toBeVisible();
    expect(await command.innerText()).toBe(`npm run -s judging -- verify results.json --root ${root}`);
    return;
  }
  const found: Record<string, unknown> = {};
  for (const one of all) {
    const said = await onPage(page, one);
    expect(said, one.name).toEqual(onCommandLine(one));
    found[one.name] = typeof said === 'string' ? said : (said as { status: string }).status;
  }
  expect(found).toEqual({
    'whole, with its root': 'valid',
    'whole, without a root': 'valid',
    'public, with its root': 'valid',
    'a byte order mark before it': 'valid',
    'one ballot changed': 'changed',
    'one bracket lost': 'changed',
    'a record taken out': 'changed',
    'a name that stands twice': 'changed',
    'wholly written anew, without a root': 'valid',
    'wholly written anew, against the root': 'changed',
    'written anew with another mean': 'changed',
    'another file': 'no bundle',
  });
});
