import {
  concatTransformationMatrix,
  fill,
  PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  setFillingColor,
} from '@cantoo/pdf-lib';
import { qrFigure } from '#app/ui/controls/qr-code.tsx';
import type { CertificateText } from './certificate-words.ts';
import { drawText, embedFaces, type Faces, fitted, type Weight, widthOf } from './paper-fonts.server.ts';

/** A4 across, in points. */
const sheet = { width: 841.89, height: 595.28 };
const blue = rgb(0.043, 0.235, 0.576);
const gold = rgb(0.82, 0.6, 0.08);
const ink = rgb(0.11, 0.14, 0.19);
const grey = rgb(0.36, 0.39, 0.45);

/**
 * Certificates as one PDF, a page each. `told` is asked to wait after every few pages with how many are done, so that whoever runs
 * this may show progress and let others have their turn.
 */
export async function writeCertificates(
  certificates: readonly CertificateText[],
  told: (done: number) => Promise<void> | void = () => {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(certificates.length === 1 ? certificates[0]!.number : (certificates[0]?.contest ?? ''));
  document.setCreator('Ý Hay');
  document.setProducer('Ý Hay');
  const faces = await embedFaces(document);
  for (const [at, certificate] of certificates.entries()) {
    drawCertificate(document.addPage([sheet.width, sheet.height]), certificate, faces);
    if ((at + 1) % 25 === 0) await told(at + 1);
  }
  await told(certificates.length);
  return document.save();
}

function drawCertificate(page: PDFPage, text: CertificateText, faces: Faces): void {
  const middle = sheet.width / 2;
  page.drawRectangle({
    x: 22,
    y: 22,
    width: sheet.width - 44,
    height: sheet.height - 44,
    borderColor: blue,
    borderWidth: 3,
  });
  page.drawRectangle({
    x: 30,
    y: 30,
    width: sheet.width - 60,
    height: sheet.height - 60,
    borderColor: gold,
    borderWidth: 1,
  });
  const centred = (
    words: string,
    {
      y,
      size,
      least = size * 0.6,
      weight = 'regular',
      color = ink,
      width = 660,
      lines = 1,
    }: {
      y: number;
      size: number;
      least?: number;
      weight?: Weight;
      color?: typeof ink;
      width?: number;
      lines?: number;
    },
  ): number => {
    const face = faces[weight];
    const fit = fitted(words, { face, width, size, least, lines });
    let at = y;
    for (const line of fit.lines) {
      drawText(page, line, { face, size: fit.size, x: middle - widthOf(line, face, fit.size) / 2, y: at, color });
      at -= fit.size * 1.4;
    }
    return at;
  };
  centred(text.host, { y: 524, size: 15, weight: 'semibold', color: blue, lines: 2, width: 700 });
  centred(text.title, { y: 458, size: 38, weight: 'bold', color: blue });
  centred(text.certifies, { y: 424, size: 14, color: grey });
  centred(text.name, { y: 378, size: 34, least: 16, weight: 'bold', lines: 1 });
  page.drawLine({ start: { x: middle - 150, y: 362 }, end: { x: middle + 150, y: 362 }, color: gold, thickness: 1 });
  centred(text.award, { y: 330, size: 20, weight: 'semibold', color: blue });
  let at = centred(text.idea, { y: 300, size: 15, least: 10, lines: 2, width: 640 });
  at = centred(text.contest, { y: at - 2, size: 15, least: 10, lines: 2, width: 640 });
  centred(text.division, { y: at - 2, size: 13, color: grey, width: 640 });

  const right = 600;
  const beside = (words: string, y: number, size: number, weight: Weight, color = ink) => {
    const fit = fitted(words, { face: faces[weight], width: 320, size, least: 8, lines: 1 });
    const [line] = fit.lines;
    const x = right - widthOf(line!, faces[weight], fit.size) / 2;
    drawText(page, line!, { face: faces[weight], size: fit.size, x, y, color });
  };
  beside(text.dated, 186, 13, 'regular');
  beside(text.signer, 166, 13, 'bold');

  const { side, path } = qrFigure(text.address);
  const edge = 92;
  page.drawRectangle({ x: 62, y: 92, width: edge, height: edge, color: rgb(1, 1, 1) });
  // One step is one module, downwards: whole numbers make a short page, and most of a page is its code.
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(edge / side, 0, 0, -edge / side, 62, 92 + edge),
    setFillingColor(rgb(0, 0, 0)),
    ...runs.map(([x, y, width]) => rectangle(x!, y!, width!, 1)),
    fill(),
    popGraphicsState(),
  );
  drawText(page, text.numberLine, { face: faces.semibold, size: 10.5, x: 66, y: 76, color: ink });
  drawText(page, text.checkLine, { face: faces.regular, size: 9, x: 66, y: 60, color: grey });
}
