import { describe, expect, test } from 'vitest';
import { fold, hasMarks, nfc, placedSyllables, sameFolded, slugOf, syllables } from '#app/domain/vietnamese.ts';

describe('fold', () => {
  test.each([
    ['Đường Hòa Bình', 'duong hoa binh'],
    ['ĐỖ ĐỨC ĐẠT', 'do duc dat'],
    ['Nguye\u0302\u0303n Thi\u0323 A\u0301nh', 'nguyen thi anh'],
    ['ÝỲỶỸỴ ýỳỷỹỵ', 'yyyyy yyyyy'],
    ['Ðà Nẵng', 'da nang'],
    ['café İstanbul ﬁn', 'cafe istanbul fin'],
    ['covid-19', 'covid-19'],
    ['한국어 中文 ไทย', '한국어 中文 ไทย'],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });

  test('every Vietnamese letter, composed and decomposed, folds to one ASCII letter', () => {
    const bases = { a: 'aăâ', e: 'eê', i: 'i', o: 'oôơ', u: 'uư', y: 'y', d: 'dđ' };
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    let seen = 0;
    for (const [ascii, letters] of Object.entries(bases)) {
      for (const letter of letters) {
        for (const mark of ascii === 'd' ? [''] : marks) {
          for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) {
            const written = (letter + mark).normalize(form);
            expect(fold(written)).toBe(ascii);
            expect(fold(written.toUpperCase())).toBe(ascii);
          }
          seen++;
        }
      }
    }
    expect(seen).toBe(12 * 6 + 2);
  });
});

test('nfc: one form, no halves of characters, nothing invisible', () => {
  expect(nfc('Ho\u0300a Bi\u0300nh')).toBe('Hòa Bình');
  expect(nfc('a\ud83db')).toBe('a\ufffdb');
  expect(nfc('\ude00')).toBe('\ufffd');
  expect(nfc('😀')).toBe('😀');
  expect(nfc('a\u200bb\ufeff\u0000c\u202e\n\td')).toBe('abc\n\td');
});

test('hasMarks', () => {
  expect(['Đá', 'da', 'DA', 'ý', 'y', 'cafe', 'café'].map(hasMarks)).toEqual([
    true,
    false,
    false,
    true,
    false,
    false,
    true,
  ]);
});

test('syllables are words of letters and digits, with their place', () => {
  expect(syllables('“Lọc nước” – 3.000 m³/ngày, COVID-19! 😀 …')).toEqual([
    'Lọc',
    'nước',
    '3',
    '000',
    'm³',
    'ngày',
    'COVID',
    '19',
  ]);
  expect(syllables('?!… 😀')).toEqual([]);
  const text = '  Nước sạch,  e\u0302 ';
  expect(placedSyllables(text).map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual([
    ['Nước', 'Nước'],
    ['sạch', 'sạch'],
    ['e\u0302', 'e\u0302'],
  ]);
});

describe('slugOf', () => {
  test.each([
    ['Lọc nước sạch!', 'loc-nuoc-sach'],
    ['  Đèn & Đường (2026) ', 'den-duong-2026'],
    ['😀', ''],
    ['中文', ''],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%j is %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('is cut between syllables', () => {
    expect(slugOf('một hai ba bốn', 10)).toBe('mot-hai-ba');
    expect(slugOf('một hai ba bốn', 9)).toBe('mot-hai');
  });
});

test('sameFolded: names typed differently', () => {
  expect(sameFolded('Đoàn xã  Đầm Hà', 'doan xa dam ha')).toBe(true);
  expect(sameFolded('Đầm Hà', 'Đầm Hạ 2')).toBe(false);
});
