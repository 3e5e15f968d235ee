import { describe, expect, test } from 'vitest';
import { awardForm } from '#app/domain/contests/award-form.ts';
import { decimalOrNone, readDecimal } from '#app/domain/decimal.ts';

describe('a decimal as typed', () => {
  test.each([
    ['7.5', 7.5],
    ['7,5', 7.5],
    [' -0,125 ', -0.125],
    ['12', 12],
    ['1.234,5', null],
    ['1,234.5', null],
    ['1,2,3', null],
    ['7,', null],
    [',5', null],
    ['7 ,5', null],
    ['7,5%', null],
    ['1e3', null],
    ['', null],
  ])('%j', (typed, value) => {
    expect(readDecimal(typed)).toBe(value);
  });

  test.each([
    ['62,5', 62.5],
    ['62.25', 62.25],
    ['', null],
    ['62,125', 'controls:problems.number'],
    ['1.062,5', 'controls:problems.number'],
    ['nửa', 'controls:problems.number'],
  ])('in a form: %j', (typed, outcome) => {
    const { data, error } = decimalOrNone(0, 100).safeParse(typed);
    expect(error?.issues[0]?.message ?? data).toBe(outcome);
  });

  test('the mark an award begins at', () => {
    const form = { 'award.0.name': 'Giải nhất', 'award.0.from': '92,5', thresholds: 'RAW' };
    expect(awardForm.parse(form).awards).toEqual([{ name: 'Giải nhất', from: 92.5, places: null }]);
  });
});
