import { describe, expect, test } from 'vitest';
import { fold, hasMarks, nfc } from '#app/domain/vietnamese.ts';
import { allSyllables, isFoldedSyllable, isSyllable, splitTone, withTone } from '#search/text/syllable.ts';
import { repairKeys } from '#search/text/telex.ts';
import { encodeTone, encodeTones } from '#search/text/tones.ts';

const all = [...allSyllables()];

/** What a Telex keyboard would have been given for a syllable: marks after their letters, the tone at the end. */
function telexKeys(bare: string, tone: string): string {
  const keys: Record<string, string> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };
  const tones: Record<string, string> = { grave: 'f', acute: 's', hook: 'r', tilde: 'x', dot: 'j', level: '' };
  return [...bare].map((letter) => keys[letter] ?? letter).join('') + tones[tone];
}

describe('over every Vietnamese syllable', () => {
  test('there are as many as the grammar makes', () => {
    expect(all.length).toBeGreaterThan(15_000);
    expect(new Set(all.map(({ word }) => word)).size).toBe(all.length);
    for (const word of [
      'nghiêng',
      'giếng',
      'gì',
      'gìn',
      'thuở',
      'quỳ',
      'khuỷu',
      'hoà',
      'hòa',
      'xoong',
      'kí',
      'ký',
      'nguệch',
      'ngoằn',
      'yêu',
      'ý',
    ]) {
      expect(all.some((one) => one.word === word)).toBe(true);
    }
  });

  test('each is a syllable, in capitals and decomposed too, and what it folds to could be one', () => {
    const strange = all.filter(
      ({ word }) =>
        !isSyllable(word) ||
        !isSyllable(word.toUpperCase()) ||
        !isSyllable(word.normalize('NFD')) ||
        !isFoldedSyllable(fold(word)),
    );
    expect(strange).toEqual([]);
  });

  test('folding gives ASCII, once and for all; NFC keeps the word', () => {
    const strange = all.filter(
      ({ word }) =>
        !/^[a-z]+$/.test(fold(word)) ||
        fold(fold(word)) !== fold(word) ||
        fold(word.normalize('NFD')) !== fold(word) ||
        nfc(word.normalize('NFD')) !== word,
    );
    expect(strange).toEqual([]);
  });

  test('taking the tone off and putting it back changes nothing but its place', () => {
    const strange = all.filter(({ word, bare, tone }) => {
      const [plain, found] = splitTone(word);
      return (
        plain !== bare || found !== tone || (withTone(plain, found) !== word && withTone(plain, found, true) !== word)
      );
    });
    expect(strange).toEqual([]);
  });

  test('two syllables have the same code exactly when they differ in the place of the tone mark alone', () => {
    const meaning = new Map<string, string>();
    const clashes: string[] = [];
    for (const { word, bare, tone } of all) {
      const code = encodeTone(word);
      expect(code === null).toBe(!hasMarks(word));
      if (code === null) continue;
      expect(code).toMatch(/^[a-z]+q[6789]*[lgahtd]q$/);
      const known = meaning.get(code);
      if (known !== undefined && known !== bare + tone) clashes.push(`${word}: ${known}`);
      meaning.set(code, bare + tone);
    }
    expect(clashes).toEqual([]);
  });

  test('no code is the beginning of another', () => {
    const codes = [...new Set(all.map(({ word }) => encodeTone(word)).filter((code) => code !== null))].sort();
    expect(codes.filter((code, i) => codes[i + 1]?.startsWith(code))).toEqual([]);
  });

  test('Telex left on is repaired, whatever the syllable', () => {
    // Folding the keys themselves: what looks like itself has nothing to repair.
    const wrong = all.filter(({ bare, tone }) => {
      const keys = telexKeys(bare, tone);
      const repaired = repairKeys(keys);
      return keys === bare ? repaired !== null : repaired === null || splitTone(repaired).join() !== `${bare},${tone}`;
    });
    // Where one vowel stands twice in a row by right, Telex itself needs a key more.
    expect(wrong.map(({ bare }) => bare).filter((bare) => !bare.includes('oo'))).toEqual([]);
  });
});

test('the code keeps tones, marks and đ, and drops the place of the tone', () => {
  expect(encodeTone('đường')).toBe('duongq977gq');
  expect(encodeTone('Dương')).toBe('duongq77lq');
  expect(encodeTone('hoà')).toBe(encodeTone('hòa'));
  expect(encodeTone('HOÀ')).toBe(encodeTone('hòa'));
  expect(encodeTone('nước'.normalize('NFD'))).toBe(encodeTone('nước'));
  expect(encodeTone('nuoc')).toBeNull();
  expect(encodeTones('Lọc nước cho em, 3 m³')).toBe('locqdq nuocq77aq cho em 3 m3');
});

test('VNI left on is repaired, with the digits behind their letters or at the end', () => {
  const digitOf: Record<string, string> = { â: 'a6', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', ă: 'a8', đ: 'd9' };
  const digitOfTone = { level: '', acute: '1', grave: '2', hook: '3', tilde: '4', dot: '5' };
  const wrong = all.filter(({ bare, tone }) => {
    const keys = [...bare].map((letter) => digitOf[letter] ?? letter).join('') + digitOfTone[tone];
    const repaired = repairKeys(keys);
    return keys !== bare && (repaired === null || splitTone(repaired).join() !== `${bare},${tone}`);
  });
  expect(wrong.map(({ bare }) => bare)).toEqual([]);
  expect(['nuoc71', 'nu7o71c', 'd9a6t1', 'dat961', 'DUONG972', 'y1'].map(repairKeys)).toEqual([
    'nước',
    'nước',
    'đất',
    'đất',
    'đường',
    'ý',
  ]);
});

test('Telex typed with the marks at the end, and what is no Telex', () => {
  expect(['nuowcs', 'sachj', 'vietej', 'ddaats', 'DDOORI', 'hoaf'].map(repairKeys)).toEqual([
    'nước',
    'sạch',
    'việt',
    'đất',
    'đổi',
    'hòa',
  ]);
  expect(
    ['nuoc', 'blockchain', 'startup', 'wifi', 'x', '', 'nước', 'gradle', 'covid19', 'mp3', '4g', 'h2o'].map(repairKeys),
  ).toEqual(Array(12).fill(null));
});
