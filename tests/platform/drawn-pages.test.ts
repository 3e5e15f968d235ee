import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DrawnPage, DrawnPages, type Own, standIns } from '#app/platform/drawn-pages.server.ts';

const page = (own: Own) =>
  [
    `<html><head><script nonce="${own.nonce}">boot()</script></head><body>`,
    `<button aria-label="Trang của ${own.name}"><span>${own.initials}</span></button><p>${own.name}</p>`,
    `<p>${'Đèn học chạy bằng năng lượng mặt trời. '.repeat(200)}</p>`,
  ].join('');
const data = (name: string) =>
  `<script nonce="n1">stream.enqueue("[\\"name\\",\\"${name}\\"]\\n")</script></body></html>`;

const drawn = new DrawnPage(page(standIns) + data(standIns.name).replace('n1', standIns.nonce));

test('each of those who see the same gets the page with their own words in it, and nobody gets a stand-in', () => {
  const an = { name: 'Nguyễn Thị Ánh', initials: 'NÁ', nonce: 'n1' };
  const binh = { name: 'Trần Bình', initials: 'TB', nonce: 'n2' };
  for (const own of [an, binh, an]) {
    const whole = page(own) + data(own.name).replace('n1', own.nonce);
    expect(drawn.with(own).toString()).toBe(whole);
    expect(gunzipSync(drawn.gzipWith(own)).toString()).toBe(whole);
  }
  expect(drawn.gzipWith(an).length).toBeLessThan(drawn.with(an).length / 10);
});

test('a name opens no tag, no attribute, no string and no script', () => {
  const name = `Ý "Hay" <b>&'</script>\\ \u2028`;
  const whole = drawn.with({ name, initials: '<"', nonce: 'n1' }).toString();
  const inMarkup = 'Ý &quot;Hay&quot; &lt;b&gt;&amp;&#x27;&lt;/script&gt;\\ \u2028';
  expect(whole).toContain(
    `<button aria-label="Trang của ${inMarkup}"><span>&lt;&quot;</span></button><p>${inMarkup}</p>`,
  );
  const [, script] = whole.match(/enqueue\(("(?:[^"\\]|\\.)*")\)/)!;
  expect(script).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(JSON.parse(script!) as string)).toEqual(['name', name]);
});

test('pages are found by what they show until they would read differently; what was asked for longest ago goes first', () => {
  const pages = new DrawnPages({ mostBytes: drawn.bytes * 2.5 });
  pages.keep('one', drawn, 1_000);
  pages.keep('two', drawn, 2_000);
  expect([pages.find('one', 999), pages.find('two', 1_999), pages.find('three', 0)]).toEqual([drawn, drawn, undefined]);
  expect(pages.find('one', 1_000)).toBe(undefined);
  pages.keep('one', drawn, 9_000);
  pages.keep('three', drawn, 9_000);
  expect(['one', 'two', 'three'].map((key) => pages.find(key, 0) === drawn)).toEqual([true, false, true]);
});
