import { expect, test } from 'vitest';
import { compareNames } from '#app/domain/people/name-order.ts';

test('names stand in the order of a class list: given name first, Vietnamese letters in their places, nobody last', () => {
  const list = [
    null,
    'Trần Văn Đạt',
    'Lê Thị Dung',
    'Nguyễn An',
    'Phạm Thị Ánh',
    'Đỗ An',
    'Vũ Ân',
    'Bùi Quốc Anh',
    'Hoàng Ân',
  ];
  expect(list.sort(compareNames)).toEqual([
    'Đỗ An',
    'Nguyễn An',
    'Bùi Quốc Anh',
    'Phạm Thị Ánh',
    'Hoàng Ân',
    'Vũ Ân',
    'Lê Thị Dung',
    'Trần Văn Đạt',
    null,
  ]);
});
