import { Writable } from 'node:stream';

/**
 * Collects a page that React draws. React 18 renders into views of 2,048 bytes. Where a letter of two or three bytes no longer fits, it sends
 * the view with the unfilled bytes still zero, so that a Vietnamese page is strewn with NUL characters. No page of ours holds a NUL: every
 * zero byte is such a gap, and is taken out.
 */
export function wholeLetters(): { into: Writable; page: Promise<Buffer> } {
  const pieces: Uint8Array[] = [];
  let into: Writable | undefined;
  const page = new Promise<Buffer>((resolve, reject) => {
    into = new Writable({
      highWaterMark: 16_000_000,
      write(piece: Uint8Array, _encoding, done) {
        pieces.push(piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
        done();
      },
    });
    into.once('finish', () => resolve(Buffer.concat(pieces))).once('error', reject);
  });
  return { into: into!, page };
}
