import { Transform } from 'node:stream';

/**
 * React 18 renders into views of 2,048 bytes. Where a letter of two or three bytes no longer fits, it sends the view with the
 * unfilled bytes still zero, so that a Vietnamese page is strewn with NUL characters. No page of ours holds a NUL: every zero byte
 * is such a gap, and is taken out.
 */
export function wholeLetters(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
