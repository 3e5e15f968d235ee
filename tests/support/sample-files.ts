import { deflateSync } from 'node:zlib';
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
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024));
  const head = `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n`;
  const object = `3 0 obj\n<</Type/Obj#53tm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head + object),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

/** A picture of a few kilobytes that claims `side` × `side` pixels. */
export async function aHugePicture(side: number): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: 'white' }, limitInputPixels: false })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
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
