import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** Words that must be in no cleaned file. */
export const secret = 'Nguyen Bi Mat 0912345678';

/** A photograph that says in its EXIF who took it and where. */
export async function aPhoto(format: 'jpeg' | 'png' | 'webp' = 'jpeg', { width = 64, height = 48 } = {}) {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } })
    .withExif({ IFD0: { Artist: secret, ImageDescription: secret }, IFD3: { GPSLatitude: '10/1 2/1 30/1' } })
    .toFormat(format)
    .toBuffer();
}

/** A paper that names its author in every place there is: information, XMP, a comment, a photograph, an older revision. */
export async function aPaper({ javaScript = false, attachment = false } = {}): Promise<Buffer> {
  const paper = await PDFDocument.create();
  paper.setAuthor(secret);
  paper.setTitle(secret);
  paper.setProducer(secret);
  const page = paper.addPage([300, 200]);
  page.drawText('Ban ve may loc nuoc', { x: 20, y: 150, size: 14 });
  page.drawImage(await paper.embedJpg(await aPhoto()), { x: 20, y: 20, width: 64, height: 48 });
  const { context } = paper;
  const xmp = context.stream(`<x:xmpmeta><dc:creator>${secret}</dc:creator></x:xmpmeta>`, {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  paper.catalog.set(PDFName.of('Metadata'), context.register(xmp));
  context.register(context.stream(secret, {}));
  const note = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [10, 10, 30, 30],
    Contents: PDFString.of('Xem lai cho nay'),
    T: PDFString.of(secret),
  });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]));
  if (javaScript) paper.addJavaScript('run', 'app.alert(1)');
  if (attachment) await paper.attach(Buffer.from('xin chao'), 'chao.txt', { mimeType: 'text/plain' });
  return Buffer.from(await paper.save({ useObjectStreams: false }));
}

/** A paper of a few kilobytes one of whose parts unpacks to `megabytes`. */
export function aPaperBomb(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => block)]);
  const head = `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n`;
  const object = `3 0 obj\n<</Type/Obj#53tm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head + object),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of a few kilobytes that is `side` × `side` pixels: all black, one bit each. */
export function aHugePicture(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

export const aGif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** The beginning of a Word file: a packed folder whose first entry says what it is. */
export function aWordFile(): Buffer {
  const name = Buffer.from('[Content_Types].xml');
  const body = Buffer.from(
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(body.length, 18);
  head.writeUInt32LE(body.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, body]);
}
