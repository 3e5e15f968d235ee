import { PassThrough, type Writable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import { wholeLetters } from '#app/platform/whole-letters.server.ts';

const text = 'Những ý tưởng của thanh niên Tuyên Quang được đưa vào thử nghiệm ở phường Mỹ Thượng. '.repeat(200);

function drawInto(page: Writable): void {
  const paragraphs = text.split('. ').map((part, index) => createElement('p', { key: index }, part));
  const { pipe } = renderToPipeableStream(createElement('main', null, paragraphs), {
    onAllReady: () => void pipe(page),
  });
}

it('leaves no gap in a page, whatever the letters', async () => {
  const whole = `<main>${text
    .split('. ')
    .map((part) => `<p>${part}</p>`)
    .join('')}</main>`;
  const { into, page } = wholeLetters();
  drawInto(into);
  expect((await page).toString()).toBe(whole);
});

it('is still needed: React leaves gaps by itself', async () => {
  const plain = new PassThrough();
  drawInto(plain);
  expect(await textOf(plain)).toContain('\0');
});
