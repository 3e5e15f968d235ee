import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv, WrongEnv } from '#app/platform/env.server.ts';

const https = 'https://y-hay.example';
const database = 'postgresql://user:password@server/y_hay';

test('without a setting the site is a demo on loopback', () => {
  expect(readEnv({ PUBLIC_URL: '', SOMETHING_ELSE: 'x' })).toEqual({
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: 3000,
    DATABASE_POOL: 10,
    MAIL_FROM: 'Ý Hay <khong-tra-loi@y-hay.example>',
    DATA_DIR: path.resolve('.data'),
    TRUSTED_PROXIES: [],
    LOG_LEVEL: 'info',
  });
});

test('a server is set up whole', () => {
  expect(
    readEnv({
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: `${https}/`,
      DATABASE_URL: database,
      MEILI_URL: 'http://meili:7700',
      MEILI_KEY: 'sixteen-letters!',
      SMTP_URL: 'smtps://user:password@mail:465',
      TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16 fd00::/8',
    }),
  ).toMatchObject({ PORT: 8080, PUBLIC_URL: https, TRUSTED_PROXIES: ['10.0.0.5', '10.1.0.0/16', 'fd00::/8'] });
});

describe('a wrong value is one line that names it', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address like postgresql://'],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL must be an address like smtps://'],
    [{ PUBLIC_URL: 'http://127.0.0.1:3000/path' }, 'PUBLIC_URL must be an origin alone'],
    [{ MEILI_URL: 'http://m:7700' }, 'MEILI_KEY must be set with MEILI_URL'],
    [{ MEILI_URL: 'http://m:7700', MEILI_KEY: 'short' }, 'MEILI_KEY must have 16 characters or more'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES must be addresses or ranges'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES must be addresses or ranges'],
    [{ MAIL_FROM: 'x\r\nBcc: y@z.example' }, 'MAIL_FROM must be like'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL '],
  ])('%j', (given, message) => {
    expect(() => readEnv(given)).toThrow(WrongEnv);
    expect(() => readEnv(given)).toThrow(message);
  });
});

describe('beyond loopback', () => {
  const beyond = 'when the site is served beyond loopback';
  test.each([
    [{ HOST: '0.0.0.0', DATABASE_URL: database }, `PUBLIC_URL must be an https address ${beyond}`],
    [
      { HOST: '0.0.0.0', DATABASE_URL: database, PUBLIC_URL: 'http://y-hay.example' },
      `PUBLIC_URL must be an https address ${beyond}`,
    ],
    [{ PUBLIC_URL: 'http://y-hay.example', DATABASE_URL: database }, `PUBLIC_URL must be an https address ${beyond}`],
    [{ HOST: '0.0.0.0', PUBLIC_URL: https }, `DATABASE_URL must be set ${beyond}`],
    [{ PUBLIC_URL: https }, `DATABASE_URL must be set ${beyond}`],
  ])('%j is refused', (given, message) => {
    expect(() => readEnv(given)).toThrow(message);
  });

  test('an https address and a database of its own are let through', () => {
    expect(readEnv({ HOST: '::', PUBLIC_URL: https, DATABASE_URL: database }).HOST).toBe('::');
    expect(readEnv({ HOST: '127.0.0.2' }).HOST).toBe('127.0.0.2');
  });
});
