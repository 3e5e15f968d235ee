import { expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { describeError, withoutPersonalData } from '#app/platform/log.server.ts';
import { aPerson } from '#tests/support/builders.ts';

test('addresses and telephone numbers are hidden in what is said of an error', () => {
  expect(withoutPersonalData('550 <Anh.Nguyen@thu.example> unknown, call +84 912 345 678 (id 012345678901)')).toBe(
    '550 <[mail]> unknown, call [number] (id [number])',
  );
});

test('an error of the database tells its kind and place, no value of a row', async () => {
  const { email } = await aPerson({ fullName: 'Trần Thị Bí Mật' });
  const twice = await db.person
    .create({
      data: {
        email,
        fullName: 'Trần Thị Bí Mật',
        passwordHash: 'x',
        birthDate: new Date(),
        createdAt: new Date(),
      } as never,
    })
    .catch((error: unknown) => error);
  const wrong = await db.person
    .create({ data: { email, fullName: 'Trần Thị Bí Mật', birthDate: 'Trần Thị Bí Mật' } as never })
    .catch((error: unknown) => error);
  const raw =
    await db.$executeRaw`insert into "EventCursor" ("reader", "txid", "id") values (${'Trần Thị Bí Mật'}, 1, 1), (${'Trần Thị Bí Mật'}, 1, 1)`.catch(
      (error: unknown) => error,
    );
  for (const error of [twice, wrong, raw]) {
    expect(error).toBeInstanceOf(Error);
    const said = JSON.stringify(describeError(error));
    expect(said).toMatch(/"type":"PrismaClient/);
    expect(said).not.toContain('Bí Mật');
    expect(said).not.toContain(email);
  }
});
