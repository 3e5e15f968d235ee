import { describe, expect, test } from 'vitest';
import { highlight, markerOf, type Piece, snippet } from '#search/text/highlight.ts';
import { longestQuery, readQuery } from '#search/text/query.ts';
import { likeness, relevance } from '#search/text/score.ts';
import { oneSlipFrom, soundsLike, strangeness } from '#search/text/slips.ts';
import { findSynonyms, synonymGroups } from '#search/text/synonyms.ts';
import { Vocabulary } from '#search/text/vocabulary.ts';

const vocabulary = new Vocabulary(
  Object.entries({
    nuoc: 400,
    sach: 300,
    hoc: 500,
    sinh: 450,
    truong: 200,
    tet: 3,
    test: 5,
    dong: 90,
    bang: 80,
    loc: 20,
    an: 600,
    toan: 100,
  }),
  1_000,
);

describe('readQuery', () => {
  const read = (q: string, typing = false) => {
    const { words, open, repairs } = readQuery(q, { vocabulary, typing });
    return {
      words: words.map((word) => word.folded).join(' '),
      open,
      repairs: repairs.map(({ from, to }) => `${from}→${to}`),
    };
  };

  test.each([
    ['Nước sạch', 'nuoc sach', []],
    ['nuowcs sachj', 'nuoc sach', ['nuowcs→nước', 'sachj→sạch']],
    ['hocsinh', 'hoc sinh', ['hocsinh→hoc sinh']],
    ['nuocsach truonghoc', 'nuoc sach truong hoc', ['nuocsach→nuoc sach', 'truonghoc→truong hoc']],
    // What the bank knows is left as it is, though the keys would write something else.
    ['test', 'test', []],
    ['họcsinh', 'hoc sinh', ['họcsinh→học sinh']],
    ['nuowcsachj', 'nuoc sach', ['nuowcsachj→nươc sạch']],
    ['nu7o7c1 sa5ch', 'nuoc sach', ['nu7o7c1→nước', 'sa5ch→sạch']],
    // What was typed with marks was typed on purpose.
    ['nướcxyz', 'nuocxyz', []],
    ['blockchain', 'blockchain', []],
    ['"nước" OR sạch*', 'nuoc or sach', []],
  ])('%j', (q, words, repairs) => {
    expect(read(q)).toEqual({ words, open: false, repairs });
  });

  test('while typing the last word is open, unless a space follows; its beginning is not repaired', () => {
    expect(read('nuoc sa', true)).toEqual({ words: 'nuoc sa', open: true, repairs: [] });
    expect(read('nuoc sach ', true)).toEqual({ words: 'nuoc sach', open: false, repairs: [] });
    expect(read('nuoc sach!', true).open).toBe(false);
    expect(read('hocs', true).words).toBe('hoc');
    expect(read('tru', true)).toEqual({ words: 'tru', open: true, repairs: [] });
  });

  test('is cut at its longest, never within a character', () => {
    const { typed, cut } = readQuery(`${'a'.repeat(longestQuery - 1)}😀`);
    expect(typed).toBe(`${'a'.repeat(longestQuery - 1)}\ufffd`);
    expect(cut).toBe(true);
    expect(readQuery('x '.repeat(1_000_000)).words.length).toBe(60);
  });
});

describe('the speller', () => {
  test('one slip away: each of the four kinds, once', () => {
    const slips = new Set(oneSlipFrom('sach'));
    for (const slip of ['sah', 'scah', 'sachh', 'sbch', 'xsach', 'sac']) expect(slips.has(slip)).toBe(true);
    expect(slips.has('sech')).toBe(true);
    expect(slips.has('shca')).toBe(false);
  });

  test('near words, the most frequent first', () => {
    expect(vocabulary.near('scah')).toEqual(['sach']);
    expect(vocabulary.near('tes')).toEqual(['test', 'tet']);
    expect(vocabulary.near('zzzz')).toEqual([]);
  });

  test('what hardly anybody mistypes comes last: the first letter, unless it is one sound with the other', () => {
    const words = new Vocabulary(
      Object.entries({ duong: 2, tuon: 60, don: 5, sach: 10, xac: 20, tach: 400, trong: 9, chon: 4 }),
      500,
    );
    expect(words.near('duon')).toEqual(['duong', 'don', 'tuon']);
    expect(words.near('xach')).toEqual(['xac', 'sach', 'tach']);
    expect(words.near('chong')).toEqual(['trong', 'chon']);
    expect(strangeness('duon', 'duong')).toBe(0);
    expect(strangeness('scah', 'sach')).toBe(1);
    expect(strangeness('cshool', 'schools')).toBe(1);
    expect(strangeness('nam', 'lam')).toBe(1);
    expect(strangeness('bam', 'lam')).toBe(2);
  });

  test.each([
    ['sung', ['xung', 'sun', 'sunh']],
    ['trao', ['chao', 'thrao', 'trau']],
    ['nghi', ['ngi', 'nghy']],
    ['fat', ['phat', 'fac', 'fach']],
    ['nha', []],
  ])('%s may be the spelling of a sound that others write otherwise', (word, others) => {
    const found = [...soundsLike(word)];
    if (others.length === 0) expect(found).toEqual([]);
    else expect(found.some((other) => others.includes(other))).toBe(true);
    expect(found).not.toContain(word);
  });

  test('words written as one, and what is none', () => {
    expect(vocabulary.takeApart('antoantruonghoc')).toEqual(['an', 'toan', 'truong', 'hoc']);
    expect(vocabulary.takeApart('nuocxyz')).toBeNull();
    expect(vocabulary.takeApart('an')).toBeNull();
    expect(vocabulary.takeApart('a'.repeat(1_000))).toBeNull();
  });

  test('rare words weigh more, unknown ones most', () => {
    expect(vocabulary.weight('unknown')).toBeGreaterThan(vocabulary.weight('tet'));
    expect(vocabulary.weight('tet')).toBeGreaterThan(vocabulary.weight('an'));
    expect(vocabulary.weight('an')).toBeGreaterThan(0);
  });

  test('beginnings', () => {
    expect(['tr', 'truong', 'truongx', 'z', 'a', ''].map((prefix) => vocabulary.begins(prefix))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    const some = new Vocabulary(
      ['tre', 'tra', 'tu', 'trong', 'an'].map((word) => [word, 1]),
      5,
    );
    expect(['tr', 'tre', 'tren', 'u', ''].map((prefix) => some.beginning(prefix, 3))).toEqual([
      ['tra', 'tre', 'trong'],
      ['tre'],
      [],
      [],
      ['an', 'tra', 'tre'],
    ]);
  });
});

describe('synonyms', () => {
  test('every phrase has words, and stands in one group only', () => {
    const phrases = synonymGroups.flat().map((phrase) => phrase.join(' '));
    expect(phrases.filter((phrase) => phrase === '')).toEqual([]);
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
  });

  test('found in a query, the longest reading first', () => {
    expect(findSynonyms(['cds', 'nong', 'thon'])).toEqual([{ from: 0, to: 1, phrases: [['chuyen', 'doi', 'so']] }]);
    expect(findSynonyms(['so', 'chuyen', 'doi', 'so'])).toEqual([{ from: 1, to: 4, phrases: [['cds']] }]);
    expect(findSynonyms(['nuoc'])).toEqual([]);
  });
});

const joined = (pieces: Piece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('highlight', () => {
  test.each([
    ['Lọc nước sạch', 'nuoc sach', 'Lọc [nước sạch]'],
    ['Nước, sạch', 'nuoc sach', '[Nước], [sạch]'],
    ['nước mặn', 'nuo', 'nước mặn'],
    ['Sổ CĐS của xã', 'chuyen doi so', '[Sổ CĐS] của xã'],
    ['<b>nước</b> & "sạch"', 'nuoc', '<b>[nước]</b> & "sạch"'],
    ['nước'.normalize('NFD'), 'nuoc', `[${'nước'.normalize('NFD')}]`],
    ['', 'nuoc', ''],
  ])('%j', (text, words, marked) => {
    const pieces = highlight(text, markerOf(words.split(' '), false));
    expect(joined(pieces)).toBe(marked);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test('the beginning of a word marks the whole of it', () => {
    expect(joined(highlight('nước mặn, nương', markerOf(['nuo'], true)))).toBe('[nước] mặn, [nương]');
  });
});

describe('snippet', () => {
  const long = `${'chữ khác '.repeat(50)}giữa chừng có nước sạch cho em ${'và tiếp tục '.repeat(50)}cuối cùng nước`;

  test('the stretch that holds most of the words, cut between words', () => {
    const text = joined(snippet(long, markerOf(['nuoc', 'sach'], false), 80)!);
    expect(text).toMatch(/^… /);
    expect(text).toMatch(/ …$/);
    expect(text).toContain('có [nước sạch] cho em');
    expect(text.length).toBeLessThan(120);
  });

  test('nothing to show where nothing was found; everything where all fits', () => {
    expect(snippet(long, markerOf(['xyz'], false))).toBeNull();
    expect(joined(snippet('Nước giếng.', markerOf(['gieng'], false))!)).toBe('Nước [giếng].');
  });

  test('a word of 50,000 letters does no harm', () => {
    const text = joined(snippet(`${'a'.repeat(50_000)} nước ${'b'.repeat(100_000)}`, markerOf(['nuoc'], false))!);
    expect(text.length).toBeLessThan(1_000);
  });
});

describe('scores', () => {
  test('rare words, pairs and titles decide', () => {
    const texts = [
      { title: '', body: 'học sinh an toàn' },
      { title: '', body: 'lọc nước cho học sinh' },
      { title: 'Lọc nước', body: 'cho học sinh' },
      { title: '', body: 'nước ở đây, sinh học ở kia, lọc' },
    ];
    const scores = relevance(['loc', 'nuoc', 'hoc', 'sinh'], texts, vocabulary);
    expect(scores.indexOf(Math.max(...scores))).toBe(2);
    expect(scores[1]!).toBeGreaterThan(scores[3]!);
    expect(scores[0]!).toBeLessThan(scores[3]!);
    expect(relevance(['zzz'], texts, vocabulary)).toEqual([0, 0, 0, 0]);
    expect(relevance([], [], vocabulary)).toEqual([]);
  });

  test('likeness is 1 for the same text whatever its tones, 0 for nothing in common', () => {
    const one = { title: 'Lọc nước', body: 'cho học sinh' };
    expect(likeness(one, { title: 'LOC NUOC', body: 'cho hoc sinh' }, vocabulary)).toBeCloseTo(1);
    expect(likeness(one, { title: 'xyz', body: 'qwk' }, vocabulary)).toBe(0);
    const near = likeness(one, { title: 'Máy lọc nước', body: 'cho học sinh nghèo' }, vocabulary);
    expect(near).toBeGreaterThan(0.5);
    expect(near).toBeLessThan(1);
  });
});
