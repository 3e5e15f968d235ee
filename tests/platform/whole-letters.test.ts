import { PassThrough, type Transform } from 'node:stream';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import { wholeLetters } from '#app/platform/whole-letters.server.ts';

const text = 'Những ý tưởng của thanh niên Tuyên Quang được đưa vào thử nghiệm ở phường Mỹ Thượng. '.repeat(200);

async function drawnThrough(filter: Transform): Promise<string> {
  const pieces: Buffer[] = [];
  filter.on('data', (piece: Uint8Array) => pieces.push(Buffer.from(piece)));
  await new Promise<void>((resolve) => {
    filter.on('end', resolve);
    const paragraphs = text.split('. ').map((part, index) => createElement('p', { key: index }, part));
    const { pipe } = renderToPipeableStream(createElement('main', null, paragraphs), {
      onAllReady: () => void pipe(filter),
    });
  });
  return Buffer.concat(pieces).toString('utf8');
}

it('leaves no gap in a page, whatever the letters', async () => {
  const whole = `<main>${text
    .split('. ')
    .map((part) => `<p>${part}</p>`)
    .join('')}</main>`;
  expect(await drawnThrough(wholeLetters())).toBe(whole);
});

it('is still needed: React leaves gaps by itself', async () => {
  expect(await drawnThrough(new PassThrough())).toContain('\0');
});
