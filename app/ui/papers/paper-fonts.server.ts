import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@cantoo/fontkit';
import {
  beginText,
  endText,
  moveText,
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFName,
  type PDFPage,
  type RGB,
  setFillingColor,
  setFontAndSize,
  showText,
} from '@cantoo/pdf-lib';

const require = createRequire(import.meta.url);
const weights = { regular: 400, semibold: 600, bold: 700 } as const;
export type Weight = keyof typeof weights;
/** The family comes in three parts; a letter is set from the first that has it. */
const parts = ['latin', 'vietnamese', 'latin-ext'] as const;

/** One weight of Be Vietnam Pro in a document: its parts, and which letters each has. */
type Face = Part[];
type Part = { font: PDFFont; has: ReadonlySet<number>; letters: Map<string, Letter> };
/** A letter as its part writes it, and how wide it is at a size of 1. */
type Letter = { code: string; width: number };
export type Faces = Record<Weight, Face>;

/** Puts Be Vietnam Pro into a document, Vietnamese letters and all. The family is in it once, however many pages there are. */
export async function embedFaces(document: PDFDocument): Promise<Faces> {
  document.registerFontkit(fontkit as never);
  const faces = {} as Faces;
  for (const weight of Object.keys(weights) as Weight[]) {
    faces[weight] = await Promise.all(
      parts.map(async (part) => {
        const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-${weights[weight]}-normal.woff`;
        const font = await document.embedFont(await readFile(require.resolve(file)), { subset: true });
        return { font, has: new Set(font.getCharacterSet()), letters: new Map() };
      }),
    );
  }
  return faces;
}

/** Asking the font is slow, and a thousand pages have few letters: each is asked for once. */
function letterOf(part: Part, letter: string): Letter {
  const known = part.letters.get(letter);
  if (known !== undefined) return known;
  const code = part.font.encodeText(letter).asString();
  const found = { code, width: part.font.widthOfTextAtSize(letter, 1000) / 1000 };
  part.letters.set(letter, found);
  return found;
}

type Run = { part: Part; code: string; width: number };

/** A text as runs of one part each. A letter the family has not is shown as a box by the first part. */
function runsOf(text: string, face: Face): Run[] {
  const runs: Run[] = [];
  for (const sign of text.normalize('NFC')) {
    const point = sign.codePointAt(0)!;
    const last = runs.at(-1);
    // A space keeps the run it stands in: every part has one.
    const part = sign === ' ' && last !== undefined ? last.part : (face.find(({ has }) => has.has(point)) ?? face[0]!);
    const { code, width } = letterOf(part, sign);
    if (last?.part === part) {
      last.code += code;
      last.width += width;
    } else runs.push({ part, code, width });
  }
  return runs;
}

/** Width in points. */
export function widthOf(text: string, face: Face, size: number): number {
  return runsOf(text, face).reduce((sum, run) => sum + run.width * size, 0);
}

const keys = new WeakMap<PDFPage, Map<PDFFont, PDFName>>();

function keyOn(page: PDFPage, font: PDFFont): PDFName {
  const known = keys.get(page) ?? new Map<PDFFont, PDFName>();
  keys.set(page, known);
  const key = known.get(font) ?? page.node.newFontDictionary(font.name, font.ref);
  known.set(font, key);
  return key;
}

export function drawText(
  page: PDFPage,
  text: string,
  { face, size, x, y, color }: { face: Face; size: number; x: number; y: number; color: RGB },
): void {
  let at = x;
  for (const { part, code, width } of runsOf(text, face)) {
    page.pushOperators(
      beginText(),
      setFillingColor(color),
      setFontAndSize(keyOn(page, part.font), size),
      moveText(at, y),
      showText(PDFHexString.of(code)),
      endText(),
    );
    at += width * size;
  }
}

/**
 * A text in lines no wider than `width`, at most `lines` of them, at the greatest size from `size` down to `least` at which it fits;
 * what does not fit even so ends with an ellipsis.
 */
export function fitted(
  text: string,
  { face, width, size, least, lines }: { face: Face; width: number; size: number; least: number; lines: number },
): { size: number; lines: string[] } {
  for (let tried = size; tried >= least; tried -= 0.5) {
    const broken = brokenAt(text, face, tried, width);
    if (broken !== null && broken.length <= lines) return { size: tried, lines: broken };
  }
  const words = [...text];
  while (words.length > 1) {
    words.pop();
    const broken = brokenAt(`${words.join('').trimEnd()}…`, face, least, width);
    if (broken !== null && broken.length <= lines) return { size: least, lines: broken };
  }
  return { size: least, lines: [text] };
}

/** Lines broken between words; null where one word is wider than a line. */
function brokenAt(text: string, face: Face, size: number, width: number): string[] | null {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (widthOf(word, face, size) > width) return null;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, face, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
