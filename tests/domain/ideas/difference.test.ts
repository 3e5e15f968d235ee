import { expect, test } from 'vitest';
import { differenceOf } from '#app/domain/ideas/difference.ts';

test('word by word, and put together again it is both texts', () => {
  const before = 'Phao đo mặn giá 300 nghìn đồng.\nBáo cho cả tổ.';
  const after = 'Phao đo mặn giá 250 nghìn đồng.\nBáo cho cả tổ trước khi mặn vào.';
  const changes = differenceOf(before, after);
  const without = (kind: 'in' | 'out') =>
    changes
      .filter((change) => change.kind !== kind)
      .map((change) => change.text)
      .join('');
  expect(without('in')).toBe(before);
  expect(without('out')).toBe(after);
  expect(changes.filter((change) => change.kind !== 'same').slice(0, 2)).toEqual([
    { kind: 'out', text: '300' },
    { kind: 'in', text: '250' },
  ]);
});

test('nothing, something from nothing, and a Vietnamese word is one word', () => {
  expect(differenceOf('', '')).toEqual([]);
  expect(differenceOf('', 'mới')).toEqual([{ kind: 'in', text: 'mới' }]);
  expect(differenceOf('nước sạch', 'nước sách')).toEqual([
    { kind: 'same', text: 'nước ' },
    { kind: 'out', text: 'sạch' },
    { kind: 'in', text: 'sách' },
  ]);
});

test('two long texts with nothing in common stand whole', () => {
  const words = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const [before, after] = [words('a'), words('b')];
  expect(differenceOf(before, after)).toEqual([
    { kind: 'out', text: before },
    { kind: 'in', text: after },
  ]);
});
