import encodeQr from 'qr';

/** Light modules around the figure; the standard asks for four. */
const quiet = 4;

/** The dark modules of a QR code as one path, a row of neighbours at a time, and the side of the square with its quiet zone. */
export function qrFigure(text: string): { side: number; path: string } {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: quiet });
  const runs: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  }
  return { side: rows.length, path: runs.join('') };
}

/** The same as a GIF, for papers. */
export function qrPicture(text: string): Uint8Array {
  return encodeQr(text, 'gif', { ecc: 'medium', border: quiet, scale: 6 });
}

/** A text, mostly an address, for another device's camera; always dark on light. `label` says what it leads to. */
export function QrCode({ text, label, className = 'size-48' }: { text: string; label: string; className?: string }) {
  const { side, path } = qrFigure(text);
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
