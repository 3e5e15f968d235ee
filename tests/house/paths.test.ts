import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import routes from '#app/routes.ts';
import { addressTable, takes } from './addresses.ts';

const table = addressTable(routes).filter((row) => row.address !== '/*');
const sample = { slug: 'mau', id: '0190-mau', number: 7, token: 'ma' };

test('every path out has exactly one address in that it means', () => {
  const lost = Object.entries(paths)
    .map(([name, path]) => ({
      name,
      address: (path as (...parts: object[]) => string)(sample, sample, sample).split('?')[0]!,
    }))
    .filter(({ address }) => !table.some((row) => takes(row.address, address)));
  expect(lost).toEqual([]);
});

test('addresses are unique', () => {
  const seen = table.map((row) => row.address);
  expect(seen.filter((address, index) => seen.indexOf(address) !== index)).toEqual([]);
});

test('addresses are Vietnamese without tones: lower case, digits and hyphens', () => {
  const strange = table.filter(
    (row) => !row.address.split('/').every((part) => part === '' || part === '*' || /^:?[a-zA-Z0-9.-]+$/.test(part)),
  );
  expect(strange).toEqual([]);
});
