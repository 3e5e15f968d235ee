import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { RoundPapers } from '#app/domain/awards/round-papers.ts';
import { issuer, placeAndDate } from './official.ts';

/** Half points: 26 is 13 pt, what the offices set their papers in. */
const size = 26;
const font = 'Times New Roman';
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

type Set = {
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  size?: number;
  centre?: boolean;
  right?: boolean;
  left?: boolean;
  after?: number;
  before?: number;
  keep?: boolean;
  indent?: boolean;
  newPage?: boolean;
};

export function line(text: string, set: Set = {}): Paragraph {
  return new Paragraph({
    alignment: set.centre
      ? AlignmentType.CENTER
      : set.right
        ? AlignmentType.RIGHT
        : set.left
          ? AlignmentType.LEFT
          : AlignmentType.JUSTIFIED,
    spacing: { before: set.before ?? 0, after: set.after ?? 80, line: 288 },
    keepNext: set.keep,
    pageBreakBefore: set.newPage,
    indent: set.indent ? { firstLine: 567 } : undefined,
    children: text.split('\n').map(
      (part, at) =>
        new TextRun({
          text: part,
          break: at === 0 ? undefined : 1,
          bold: set.bold,
          italics: set.italics,
          underline: set.underline ? {} : undefined,
          size: set.size ?? size,
          font,
        }),
    ),
  });
}

export function picture(bytes: Uint8Array, edge: number): Paragraph {
  return new Paragraph({
    children: [new ImageRun({ type: 'gif', data: bytes, transformation: { width: edge, height: edge } })],
  });
}

function cell(children: Paragraph[], width: number): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.TOP,
  });
}

/** Columns without borders side by side, each a list of paragraphs. */
export function sideBySide(columns: { width: number; children: Paragraph[] }[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [new TableRow({ cantSplit: true, children: columns.map(({ width, children }) => cell(children, width)) })],
  });
}

/** The heading of a paper of the Youth Union: who issues it and its number on the left, place and date on the right. */
export function heading({
  host,
  at,
  number,
  newPage = false,
}: {
  host: RoundPapers['host'];
  at: Date | null;
  number: string;
  newPage?: boolean;
}): (Paragraph | Table)[] {
  return [
    ...(newPage ? [line('', { newPage: true, after: 0, size: 4 })] : []),
    sideBySide([
      {
        width: 50,
        children: [
          line('ĐOÀN TNCS HỒ CHÍ MINH', { centre: true, after: 0, size: 24 }),
          line(issuer(host), { centre: true, bold: true, after: 0, size: 24 }),
          line('***', { centre: true, after: 40 }),
          line(number, { centre: true, size: 24 }),
        ],
      },
      {
        width: 50,
        children: [
          line('ĐOÀN THANH NIÊN', { centre: true, bold: true, after: 0, size: 24, underline: true }),
          line('', { after: 0 }),
          line('', { after: 40 }),
          line(placeAndDate(host, at), { centre: true, italics: true, size: 24 }),
        ],
      },
    ]),
    line('', { after: 40 }),
  ];
}

export type WordColumn = { label: string; width: number; number?: boolean; centre?: boolean };

/** A bordered table with a heading row that comes again on every page. */
export function grid(columns: readonly WordColumn[], rows: readonly (readonly string[])[]): Table {
  const own = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: columns[at]!.width, type: WidthType.PERCENTAGE },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 80, right: 80, top: 30, bottom: 30 },
      children: [
        line(text, {
          size: 22,
          bold,
          after: 0,
          centre: bold || columns[at]!.centre,
          right: !bold && columns[at]!.number,
          left: true,
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }, at) => own(label, at, true)),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => own(text, at, false)) })),
    ],
  });
}

/** Where people sign: what they are, room for a hand, and their name. */
export function signatures(people: { title: string; name: string }[]): Table {
  return sideBySide(
    people.map(({ title, name }) => ({
      width: Math.floor(100 / people.length),
      children: [
        line(title, { centre: true, bold: true, after: 0, size: 24 }),
        line('(Ký, ghi rõ họ tên)', { centre: true, italics: true, after: 1100, size: 22 }),
        line(name, { centre: true, bold: true, size: 24 }),
      ],
    })),
  );
}

/** A4, margins as the offices have them: 30 mm left, 15 mm right, 20 mm above and below. */
export async function writeWord(title: string, children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Ý Hay',
    styles: { default: { document: { run: { font, size } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1701, right: 851 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 22, font })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
