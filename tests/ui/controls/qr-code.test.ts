import decodeQr from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { qrFigure } from '#app/ui/controls/qr-code.tsx';

/** Paints the path as a camera would see it, eight pixels a module. */
function photograph({ side, path }: { side: number; path: string }) {
  const scale = 8;
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

describe('a QR code', () => {
  test.each([
    'https://y-hay.example/kiem-tra/CT26-7F3KQ9',
    'otpauth://totp/%C3%9D%20Hay:anh%40thu.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%C3%9D%20Hay',
    'Một câu tiếng Việt có dấu: Ý Hay',
  ])('says what was put into it: %s', (text) => {
    expect(decodeQr(photograph(qrFigure(text)))).toBe(text);
  });

  test('has a quiet zone of four modules', () => {
    const { side, path } = qrFigure('https://y-hay.example/');
    const columns = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, , length]) => [
      Number(x),
      Number(x) + Number(length),
    ]);
    expect(Math.min(...columns.map(([from]) => from!))).toBe(4);
    expect(Math.max(...columns.map(([, to]) => to!))).toBe(side - 4);
  });
});
