import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Cell, Feature, SheetData } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { RoundPapers } from '#app/domain/awards/round-papers.ts';
import { issuer, placeAndDate, reasonOf, resultOf } from './official.ts';

const font = { fontFamily: 'Times New Roman', fontSize: 12 } as const;

type Column = { label: string; width: number; digits?: number; centre?: boolean };

const boxed = { borderStyle: 'thin', wrap: true, alignVertical: 'center' } as const;

/** The heading of the office, a title, a bordered table and where people sign; printed across the page. */
function sheetOf({
  papers,
  title,
  columns,
  rows,
  signers,
}: {
  papers: RoundPapers;
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly (string | number | null)[])[];
  signers: string[];
}): SheetData {
  const wide = columns.length;
  const left = Math.max(2, Math.floor(wide / 2));
  const spread = (
    text: string,
    set: Partial<Exclude<Cell, null | string | number | boolean | Date>>,
    span: number,
  ): Cell[] => [
    { value: text, align: 'center', columnSpan: span, ...set } as Cell,
    ...Array.from({ length: span - 1 }, () => null),
  ];
  const across = (text: string, set: object = {}) => spread(text, set, wide);
  const pair = (one: string, other: string, set: object = {}, otherSet: object = set) => [
    ...spread(one, set, left),
    ...spread(other, otherSet, wide - left),
  ];
  const part = Math.floor(wide / signers.length);
  return [
    pair('ĐOÀN TNCS HỒ CHÍ MINH', 'ĐOÀN THANH NIÊN', {}, { fontWeight: 'bold' }),
    pair(
      issuer(papers.host),
      placeAndDate(papers.host, papers.published?.at ?? null),
      { fontWeight: 'bold' },
      { fontStyle: 'italic' },
    ),
    pair('***', ''),
    across(title, { fontWeight: 'bold', fontSize: 14, height: 26 }),
    across(`${papers.round.name} – Cuộc thi “${papers.contest.name}”`, { fontWeight: 'bold' }),
    [],
    columns.map(
      ({ label }): Cell => ({
        value: label,
        fontWeight: 'bold',
        align: 'center',
        height: heightOf(
          columns.map((column) => column.label),
          columns,
        ),
        ...boxed,
      }),
    ),
    ...rows.map((row) => {
      const height = heightOf(row, columns);
      return row.map((value, at): Cell => {
        const { digits, centre } = columns[at]!;
        const align = typeof value === 'number' && !centre ? 'right' : centre ? 'center' : 'left';
        if (value === null) return { value: '–', align: 'center', height, ...boxed };
        return typeof value === 'number'
          ? {
              value,
              type: Number,
              format: digits === undefined ? '0' : `0.${'0'.repeat(digits)}`,
              align,
              height,
              ...boxed,
            }
          : { value, align, height, ...boxed };
      });
    }),
    [],
    signers.flatMap((title, at) =>
      spread(title, { fontWeight: 'bold' }, at === signers.length - 1 ? wide - part * at : part),
    ),
    signers.flatMap((_, at) =>
      spread('(Ký, ghi rõ họ tên)', { fontStyle: 'italic' }, at === signers.length - 1 ? wide - part * at : part),
    ),
  ];
}

/** Excel does not grow rows by itself: as high as the cell that needs most lines, in points. */
function heightOf(row: readonly (string | number | null)[], columns: readonly Column[]): number {
  const lines = row.map((value, at) =>
    String(value ?? '')
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (columns[at]!.width * 0.92))), 0),
  );
  return Math.max(1, ...lines) * 16 + 4;
}

/** The row of column labels, counted from 1. */
const labelRow = 7;

/** Printed one page wide, with the labels on every page. */
const printing: Feature<Stream | Buffer | Blob>[] = [
  {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content) =>
            content
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
        'xl/workbook.xml': {
          transform: (content, [sheet]) =>
            content.replace(
              '</sheets>',
              `</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet!.sheet}'!$${labelRow}:$${labelRow}</definedName></definedNames>`,
            ),
        },
      },
    },
  },
];

async function writeSheet(name: string, columns: readonly Column[], data: SheetData): Promise<Uint8Array> {
  const buffer = await writeExcelFile(
    [{ data, sheet: name, columns: columns.map(({ width }) => ({ width })), orientation: 'landscape' }],
    { ...font, features: printing },
  ).toBuffer();
  return new Uint8Array(buffer);
}

/** Bảng tổng hợp: every entry with each judge's total and everything that decided its place. */
export async function writeTable(papers: RoundPapers): Promise<Uint8Array> {
  const most = Math.max(1, ...papers.entries.map(({ marks }) => marks.length));
  const readings = Array.from({ length: most }, (_, at) => at);
  const columns: Column[] = [
    { label: 'Thứ tự', width: 8, centre: true },
    { label: 'Bài số', width: 8, centre: true },
    { label: 'Tên bài', width: 38 },
    { label: 'Nhóm dự thi', width: 30 },
    { label: 'Đơn vị', width: 22 },
    { label: 'Bảng', width: 14 },
    ...readings.flatMap((at): Column[] => [
      { label: `GK lượt ${at + 1}`, width: 8, centre: true },
      { label: `Điểm lượt ${at + 1}`, width: 9, digits: 2 },
    ]),
    { label: 'Số phiếu', width: 8, centre: true },
    { label: 'Trung bình', width: 10, digits: 2 },
    { label: 'Trung vị', width: 10, digits: 2 },
    { label: 'Độ lệch chuẩn', width: 10, digits: 2 },
    { label: 'Hiệu chỉnh', width: 10, digits: 2 },
    { label: 'Khoảng hạng 90 %', width: 11, centre: true },
    { label: 'Kết quả', width: 22 },
    { label: 'Vì sao', width: 30 },
  ];
  const rows = papers.entries.map((entry) => [
    entry.place,
    entry.number,
    entry.title,
    entry.team.join(', '),
    entry.unit,
    entry.division,
    ...readings.flatMap((at) => [entry.marks[at]?.judge ?? null, entry.marks[at]?.total ?? null]),
    entry.sheets,
    entry.mean,
    entry.median,
    entry.sd,
    entry.adjusted,
    entry.interval === null ? null : `${entry.interval[0]}–${entry.interval[1]}`,
    resultOf(entry, papers),
    entry.overrideReason === null ? reasonOf(entry) : `Chủ tịch quyết định: ${entry.overrideReason}`,
  ]);
  const data = sheetOf({
    papers,
    title: 'BẢNG TỔNG HỢP ĐIỂM',
    columns,
    rows,
    signers: ['NGƯỜI LẬP BẢNG', 'THƯ KÝ', 'CHỦ TỊCH HỘI ĐỒNG'],
  });
  return writeSheet('Bảng tổng hợp', columns, data);
}

/** Danh sách đạt giải: award by award, with the certificates of each team. */
export async function writeWinners(papers: RoundPapers): Promise<Uint8Array> {
  const columns: Column[] = [
    { label: 'TT', width: 6, centre: true },
    { label: 'Giải', width: 20 },
    { label: 'Trưởng nhóm', width: 26 },
    { label: 'Thành viên', width: 36 },
    { label: 'Tên bài', width: 42 },
    { label: 'Bảng', width: 16 },
    { label: 'Đơn vị', width: 26 },
    { label: 'Điểm', width: 9, digits: 2 },
    { label: 'Số giấy chứng nhận', width: 26 },
  ];
  const rows = papers.entries
    .filter(({ award }) => award !== null)
    .sort((a, b) => a.award! - b.award! || a.place - b.place || a.number - b.number)
    .map((entry, at) => [
      at + 1,
      papers.awards[entry.award! - 1]!.name,
      entry.team[0] ?? '',
      entry.team.slice(1).join(', '),
      entry.title,
      entry.division,
      entry.unit,
      papers.round.method === 'ADJUSTED' ? (entry.adjusted ?? entry.mean) : entry.mean,
      entry.certificates.join('\n'),
    ]);
  const data = sheetOf({
    papers,
    title: 'DANH SÁCH ĐẠT GIẢI',
    columns,
    rows,
    signers: ['NGƯỜI LẬP BẢNG', 'TM. BAN TỔ CHỨC'],
  });
  return writeSheet('Danh sách đạt giải', columns, data);
}
