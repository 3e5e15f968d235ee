import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { env } from '#app/platform/env.server.ts';
import { readStoredFile, removeStoredFile, storeFile, streamStoredFile } from '#app/platform/files.server.ts';
import { hashPassword, verifyPassword } from '#app/platform/password.server.ts';
import { secretsOf } from '#app/platform/secrets.server.ts';

describe('stored files', () => {
  test('are read as they were stored, are never executable and are gone when removed', async () => {
    const bytes = new TextEncoder().encode('#!/bin/sh\necho Xin chào\n');
    const key = await storeFile(bytes);
    expect(await readStoredFile(key)).toEqual(Buffer.from(bytes));
    const place = path.join(env().DATA_DIR, 'files', key.slice(0, 2), key);
    expect((await stat(place)).mode & 0o777).toBe(0o600);
    const stream = await streamStoredFile(key);
    expect(stream?.size).toBe(bytes.length);
    expect(await new Response(stream!.body).text()).toBe('#!/bin/sh\necho Xin chào\n');
    await removeStoredFile(key);
    await removeStoredFile(key);
    expect(await streamStoredFile(key)).toBeNull();
  });

  test.each(['', '../secrets.json', '/etc/passwd', `${'a'.repeat(39)}/`, 'A'.repeat(40)])(
    'a key that was not made here opens nothing: %j',
    async (key) => {
      await expect(readStoredFile(key)).rejects.toThrow('not a key');
    },
  );
});

describe('secrets', () => {
  test('are made once, kept from others, and agreed on by two that start at once', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'y-hay-secrets-'));
    try {
      const first = secretsOf(path.join(folder, 'new'));
      expect(secretsOf(path.join(folder, 'new'))).toEqual(first);
      expect(new Set(Object.values(first)).size).toBe(3);
      expect((await stat(path.join(folder, 'new', 'secrets.json'))).mode & 0o777).toBe(0o600);
      await writeFile(path.join(folder, 'new', 'secrets.json'), '{"signing":"short"}');
      expect(() => secretsOf(path.join(folder, 'new'))).toThrow('does not hold the secrets');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test('a password opens its own hash however its letters were typed, and nothing opens for nobody', async () => {
  const hash = await hashPassword('Mật khẩu dài');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, 'Mật khẩu dài'.normalize('NFD'))).toBe(true);
  expect(await verifyPassword(hash, 'Mat khau dai')).toBe(false);
  expect(await verifyPassword(null, 'no account has this password')).toBe(false);
  expect(await verifyPassword('not a hash', 'x')).toBe(false);
});
