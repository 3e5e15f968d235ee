import sharp, { type Sharp } from 'sharp';
import { NotValid } from '#app/domain/refusal.ts';
import { largestSide } from './idea-file.ts';

/** Pixels of the largest picture that is opened at all: a file of a few kilobytes can claim many more. */
const mostPixels = 50_000_000;

const writers = {
  'image/jpeg': (image: Sharp) => image.jpeg({ quality: 84, mozjpeg: true }),
  'image/png': (image: Sharp) => image.png({ compressionLevel: 8 }),
  'image/webp': (image: Sharp) => image.webp({ quality: 84 }),
};

/**
 * Draws the picture anew, upright and at most 2,400 pixels wide or high: what was hidden in the file (place, camera,
 * author, whatever was appended) stays behind. Throws NotValid where it cannot be opened or is too large.
 */
export async function cleanImage(bytes: Uint8Array, mediaType: keyof typeof writers): Promise<Buffer> {
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: 20 })
      .rotate()
      .resize({ width: largestSide, height: largestSide, fit: 'inside', withoutEnlargement: true });
    return await writers[mediaType](image).toBuffer();
  } catch (error) {
    const large = error instanceof Error && /pixel limit|too large|timeout/i.test(error.message);
    throw new NotValid({ file: [{ key: large ? 'ideas:problems.imageTooLarge' : 'ideas:problems.fileDamaged' }] });
  }
}
