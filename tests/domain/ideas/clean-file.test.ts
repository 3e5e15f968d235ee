import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanFile } from '#app/domain/ideas/clean-file.server.ts';
import { stripJpeg } from '#app/domain/ideas/clean-pdf.server.ts';
import { largestFile } from '#app/domain/ideas/idea-file.ts';
import { aGif, aHugePicture, aPaper, aPaperBomb, aPhoto, aWordFile, secret } from '#tests/support/sample-files.ts';

async function problemOf(bytes: Uint8Array): Promise<unknown> {
  try {
    const { mediaType } = await cleanFile(bytes);
    return `taken as ${mediaType}`;
  } catch (refusal) {
    return (refusal as { fields?: { file?: { key: string }[] } }).fields?.file?.[0]?.key ?? refusal;
  }
}

describe('pictures', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s: drawn anew, without what it tells', async (format) => {
    const photo = await aPhoto(format);
    expect(photo.includes(secret)).toBe(true);
    const clean = await cleanFile(photo);
    expect(clean.mediaType).toBe(`image/${format}`);
    expect(clean.bytes.includes(secret)).toBe(false);
    const { width, height, exif, xmp, iptc } = await sharp(clean.bytes).metadata();
    expect({ width, height, exif, xmp, iptc }).toEqual({ width: 64, height: 48 });
  });

  test('a large one is made smaller, one turned in the hand stands upright', async () => {
    const wide = await aPhoto('jpeg', { width: 4800, height: 1200 });
    const { width, height } = await sharp((await cleanFile(wide)).bytes).metadata();
    expect([width, height]).toEqual([2400, 600]);
    const turned = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'blue' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const upright = await sharp((await cleanFile(turned)).bytes).metadata();
    expect([upright.width, upright.height, upright.orientation]).toEqual([40, 60, undefined]);
  });

  test('a few kilobytes that claim 64 million pixels are not opened; half a file is damaged', async () => {
    const huge = aHugePicture(8000);
    expect(huge.byteLength).toBeLessThan(200_000);
    expect(await problemOf(huge)).toBe('ideas:problems.imageTooLarge');
    const photo = await aPhoto('jpeg', { width: 800, height: 600 });
    expect(await problemOf(photo.subarray(0, photo.length / 2))).toBe('ideas:problems.fileDamaged');
  });
});

describe('papers', () => {
  test('stay readable and name nobody: information, XMP, comments, photographs, older revisions', async () => {
    const paper = await aPaper();
    const hex = Buffer.from(secret, 'utf16le').swap16().toString('hex').toUpperCase();
    for (const text of [secret, hex, 'xmpmeta', 'Exif']) expect(paper.includes(text)).toBe(true);
    const clean = await cleanFile(paper);
    expect(clean.mediaType).toBe('application/pdf');
    const read = await PDFDocument.load(clean.bytes, { updateMetadata: false });
    expect([read.getPageCount(), read.getAuthor(), read.getTitle(), read.getProducer()]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ]);
    const whole = Buffer.from(await read.save({ useObjectStreams: false }));
    for (const text of [secret, hex, 'xmpmeta', 'Exif']) {
      expect(clean.bytes.includes(text)).toBe(false);
      expect(whole.includes(text)).toBe(false);
    }
    expect(whole.includes('/DCTDecode')).toBe(true);
    expect(whole.includes('/Annots')).toBe(true);
  });

  test('that act or carry other files are refused', async () => {
    expect(await problemOf(await aPaper({ javaScript: true }))).toBe('ideas:problems.fileActive');
    expect(await problemOf(await aPaper({ attachment: true }))).toBe('ideas:problems.fileActive');
  });

  test('a bomb is refused before it is read, in little time', async () => {
    const bomb = aPaperBomb(200);
    expect(bomb.byteLength).toBeLessThan(500_000);
    expect(await problemOf(bomb)).toBe('ideas:problems.fileBomb');
  });

  test('damaged ones are refused, not passed on', async () => {
    const paper = await aPaper();
    expect(await problemOf(paper.subarray(0, 200))).toBe('ideas:problems.fileDamaged');
    expect(await problemOf(Buffer.from('%PDF-1.7\nkhông phải'))).toBe('ideas:problems.fileDamaged');
  });
});

describe('what it is, whatever it is called', () => {
  test.each([
    ['a GIF', aGif, 'fileImage'],
    ['a Word file', aWordFile(), 'fileOffice'],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]), 'fileArchive'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'fileKind'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'fileKind'],
    ['a program', Buffer.from(`MZ${'\u0000'.repeat(100)}`), 'fileKind'],
    ['nothing', Buffer.alloc(0), 'fileEmpty'],
    ['too much', Buffer.alloc(largestFile + 1), 'fileTooLarge'],
  ])('%s', async (_name, bytes, key) => {
    expect(await problemOf(bytes)).toBe(`ideas:problems.${key}`);
  });
});

test('a JPEG keeps its colours and loses the rest', async () => {
  const photo = await aPhoto();
  const stripped = stripJpeg(photo);
  expect(Buffer.from(stripped).includes('Exif')).toBe(false);
  const [before, after] = await Promise.all([sharp(photo).raw().toBuffer(), sharp(stripped).raw().toBuffer()]);
  expect(after.equals(before)).toBe(true);
});
