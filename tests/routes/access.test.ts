import { beforeAll, describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { addressTable } from '#tests/house/addresses.ts';
import { get, post } from '#tests/support/visits.ts';
import { accessTable } from './access-table.ts';
import { type AccessWorld, layAccessWorld, secretsOf, visitors, wellWritten } from './access-world.ts';

let world: AccessWorld;
let secrets: Awaited<ReturnType<typeof secretsOf>>;

beforeAll(async () => {
  world = await layAccessWorld();
  secrets = await secretsOf(world);
}, 120_000);

/** "302 sign-in" for a visitor who is led to the sign-in page, else the status. */
function verdict({ status, location }: { status: number; location: string | null }): string {
  if (location?.startsWith('/dang-nhap')) return 'sign-in';
  return String(status);
}

async function visit(address: string, method: 'get' | 'post') {
  const row = accessTable[address]!;
  const path = row.path === undefined ? address : row.path(world);
  const got: string[] = [];
  const leaks: string[] = [];
  for (const name of visitors) {
    const as = world.people[name];
    const answer =
      method === 'get'
        ? await get(path, { as })
        : await post(path, {
            as,
            form: row.form ?? { ...wellWritten(world), ...(address.endsWith('/vai-tro') ? { kind: 'MODERATOR' } : {}) },
          });
    got.push(verdict(answer));
    const own = new Set(secrets.filter((secret) => secret.of !== null && secret.of === as?.id).map(({ text }) => text));
    for (const { what, text } of secrets) {
      if (answer.text.includes(text) && !own.has(text)) leaks.push(`${name} sees ${what}: ${text}`);
    }
  }
  return { got: got.join(' '), leaks };
}

const addresses = addressTable(routes).map((row) => row.address);

test('every address has its row, and every row its address', () => {
  expect(Object.keys(accessTable).sort()).toEqual([...addresses].sort());
});

describe.each(addresses.filter((address) => accessTable[address] !== undefined))('%s', (address) => {
  test('what each visitor reads, and that nothing leaks', async () => {
    expect(await visit(address, 'get')).toEqual({ got: accessTable[address]!.get, leaks: [] });
  });

  test('what each visitor may write', async () => {
    expect(await visit(address, 'post')).toEqual({ got: accessTable[address]!.post, leaks: [] });
  });
});
