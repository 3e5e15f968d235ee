import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#app/domain/canonical-json.ts';
import { bytesOfHex, hashOfJson, hex, sha256 } from '#app/domain/sha256.ts';
import { chanceOf } from '#prisma/chance.ts';

const fromBits = (bits: string) => new DataView(Uint8Array.from(bytesOfHex(bits)).buffer).getFloat64(0);

describe('canonical JSON', () => {
  test("the standard's own example (RFC 8785, 3.2.2)", () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('names are sorted by UTF-16 units, not by code points (RFC 8785, 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toEqual(
      // An object keeps the name "1" first, as an index; the text is asked for the order instead.
      expect.arrayContaining(Object.values(value)),
    );
    const order = ['\\r', '"1"', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const places = order.map((name) => canonicalJson(value).indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number %s is written %s (RFC 8785, appendix B)', (bits, written) => {
    expect(canonicalJson(fromBits(bits))).toBe(written);
  });

  test('refuses what JSON cannot carry, and says where', () => {
    expect(() => canonicalJson({ a: [1, Number.NaN] })).toThrow('$.a[1]: not a finite number');
    expect(() => canonicalJson({ a: -Infinity })).toThrow('$.a: not a finite number');
    expect(() => canonicalJson({ a: '\ud83d' })).toThrow('$.a: half a surrogate pair');
    expect(() => canonicalJson({ '\ude00': 1 })).toThrow('$: half a surrogate pair');
    expect(() => canonicalJson([undefined])).toThrow('$[0]: undefined is not JSON');
    expect(() => canonicalJson(new Array(1))).toThrow('$[0]: undefined is not JSON');
    expect(() => canonicalJson({ at: new Date(0) })).toThrow('$.at: not plain data');
    expect(() => canonicalJson(10n)).toThrow('$: bigint is not JSON');
    let deep: unknown = 1;
    for (let level = 0; level < 501; level++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow('nested too deeply');
  });

  test('an absent property and an undefined one are the same', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  test('values survive the way there and back, and the order of properties does not matter', () => {
    const random = chanceOf(8785).next;
    const letters = ['a', 'é', 'ệ', 'z', '"', '\\', '\n', '\u0000', '\u2028', '\ud83d\ude00', '\ufb33', '1', '10', ' '];
    const text = () =>
      Array.from({ length: Math.floor(random() * 5) }, () => letters[Math.floor(random() * letters.length)]).join('');
    const number = () => {
      const bytes = Uint8Array.from({ length: 8 }, () => Math.floor(random() * 256));
      const drawn = new DataView(bytes.buffer).getFloat64(0);
      return Number.isFinite(drawn) ? drawn : 0;
    };
    const draw = (depth: number): unknown => {
      const kind = Math.floor(random() * (depth > 3 ? 4 : 6));
      if (kind === 0) return null;
      if (kind === 1) return random() < 0.5;
      if (kind === 2) return number();
      if (kind === 3) return text();
      const length = Math.floor(random() * 5);
      if (kind === 4) return Array.from({ length }, () => draw(depth + 1));
      return Object.fromEntries(Array.from({ length }, () => [`${text()}k`, draw(depth + 1)]));
    };
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([name, item]) => [random(), name, shuffled(item)] as const)
          .sort(([a], [b]) => a - b)
          .map(([, name, item]) => [name, item]),
      );
    };
    for (let round = 0; round < 2000; round++) {
      const value = draw(0);
      const written = canonicalJson(value);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(written))).toBe(written);
      expect(canonicalJson(shuffled(value))).toBe(written);
    }
  });
});

describe('SHA-256', () => {
  test('known answers (FIPS 180-4), and text as UTF-8', async () => {
    expect(await sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await sha256('ý hay')).toBe(await sha256(new TextEncoder().encode('ý hay')));
    expect(await hashOfJson({ b: 1, a: 2 })).toBe(await sha256('{"a":2,"b":1}'));
  });

  test('hexadecimal there and back', () => {
    expect(hex(bytesOfHex('00ff10'))).toBe('00ff10');
    expect(() => bytesOfHex('0g')).toThrow(RangeError);
    expect(() => bytesOfHex('abc')).toThrow(RangeError);
  });
});
