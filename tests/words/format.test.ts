import { describe, expect, it } from 'vitest';
import {
  dateTimeInputValue,
  formatBytes,
  formatDate,
  formatDay,
  formatNumber,
  formatTime,
  initialsOf,
  spanBetween,
  writeDecimal,
} from '#app/words/format.ts';

describe('times', () => {
  it('are Vietnam’s, wherever the server stands', () => {
    expect(formatTime('2026-11-22T10:00:00Z')).toBe('22/11/2026 17:00');
    expect(formatTime('2026-12-31T17:30:00Z')).toBe('01/01/2027 00:30');
    expect(formatDate(new Date('2026-02-28T16:59:59Z'))).toBe('28/02/2026');
    expect(dateTimeInputValue('2026-11-22T16:59:00Z')).toBe('2026-11-22T23:59');
  });

  it('leave a day without a time alone', () => {
    expect(formatDay('2008-02-29')).toBe('29/02/2008');
  });

  it('are as far apart as one would say', () => {
    const from = '2026-11-22T10:00:00Z';
    const spanAfter = (milliseconds: number) => spanBetween(from, new Date(Date.parse(from) + milliseconds));
    expect([
      spanAfter(59_000),
      spanAfter(60_000),
      spanAfter(59 * 60_000 + 59_000),
      spanAfter(-23 * 3_600_000),
      spanAfter(3 * 86_400_000 - 1),
      spanAfter(59 * 86_400_000),
      spanAfter(90 * 86_400_000),
      spanAfter(800 * 86_400_000),
    ]).toEqual([
      { unit: 'moment', count: 0 },
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 59 },
      { unit: 'hours', count: 23 },
      { unit: 'days', count: 2 },
      { unit: 'days', count: 59 },
      { unit: 'months', count: 2 },
      { unit: 'years', count: 2 },
    ]);
  });
});

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect([formatNumber(1647), formatNumber(1647, 'en'), formatNumber(2.5), formatNumber(4, 'vi', 2)]).toEqual([
      '1.647',
      '1,647',
      '2,5',
      '4,00',
    ]);
  });

  it('of bytes stay short', () => {
    expect([512, 1536, 20 * 1024 * 1024, 999_999].map((bytes) => formatBytes(bytes))).toEqual([
      '512 B',
      '1,5 kB',
      '20,0 MB',
      '977 kB',
    ]);
  });
});

describe('decimals in a box', () => {
  it('have the sign of their language, and what is none stays as typed', () => {
    const typed = ['7.5', '-0.25', '7,5', '12', '1.007,5', '1.2.3', '7.', '', '1234.5'];
    expect(typed.map((text) => writeDecimal(text, 'vi'))).toEqual([
      '7,5',
      '-0,25',
      '7,5',
      '12',
      '1.007,5',
      '1.2.3',
      '7.',
      '',
      '1234,5',
    ]);
    expect(typed.map((text) => writeDecimal(text, 'en'))).toEqual(typed);
  });
});

describe('names', () => {
  it('shorten to two letters, also when pasted decomposed', () => {
    expect(['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'.normalize('NFD'), 'Y', '', 'đinh quốc ơn'].map(initialsOf)).toEqual([
      'NÁ',
      'NÁ',
      'Y',
      '?',
      'ĐƠ',
    ]);
  });
});
