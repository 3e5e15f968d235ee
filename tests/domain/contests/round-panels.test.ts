import { expect, test } from 'vitest';
import { panelsOf } from '#app/domain/contests/round-panels.ts';

test('a seat may be put in every division and in every unit that parts a round, each with the rounds it parts', () => {
  const divisions = [
    { slug: 'a', name: 'Bảng A' },
    { slug: 'b', name: 'Bảng B' },
  ];
  const [north, south] = [
    { id: 7, name: 'Tỉnh Bắc' },
    { id: 9, name: 'Tỉnh Nam' },
  ];
  expect(
    panelsOf({
      divisions,
      rounds: [
        { name: 'Sơ khảo', panels: 'UNIT', panelUnits: [north!, south!] },
        { name: 'Bán kết', panels: 'UNIT', panelUnits: [north!] },
        // Units named once and not asked for any more.
        { name: 'Chung khảo', panels: 'NONE', panelUnits: [{ id: 11, name: 'Tỉnh Tây' }] },
      ],
    }),
  ).toEqual([
    { key: 'a', name: 'Bảng A', rounds: [] },
    { key: 'b', name: 'Bảng B', rounds: [] },
    { key: 'unit:7', name: 'Tỉnh Bắc', rounds: ['Sơ khảo', 'Bán kết'] },
    { key: 'unit:9', name: 'Tỉnh Nam', rounds: ['Sơ khảo'] },
  ]);
  expect(
    panelsOf({ divisions, rounds: [{ name: 'Sơ khảo', panels: 'DIVISION' }] }).map(({ rounds }) => rounds),
  ).toEqual([['Sơ khảo'], ['Sơ khảo']]);
});
