import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { mostTable, readTable, UnreadableTable } from '#app/platform/spreadsheet.server.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function whyNot(bytes: Uint8Array): Promise<string> {
  try {
    await readTable(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableTable) return error.why;
    throw error;
  }
}

async function aWorkbook(rows: (string | number | null)[][]): Promise<Uint8Array> {
  const cells = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  return new Uint8Array((await writeExcelFile(cells as never).toBuffer()) as Buffer);
}

/** A ZIP file of one part, its sizes as they are said to be. */
function aZip(name: string, content: Buffer, says = content.length): Uint8Array {
  const folded = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(folded.length, 18);
  head.writeUInt32LE(says, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(folded.length, 20);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(name.length, 28);
  const body = Buffer.concat([head, Buffer.from(name), folded]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(body.length, 16);
  return new Uint8Array(Buffer.concat([body, entry, Buffer.from(name), end]));
}

const table = [
  { line: 1, cells: ['Họ tên', 'Thư', 'Số giờ'] },
  { line: 2, cells: ['Nguyễn Văn Ánh; thạc sĩ', 'anh@thu.example', '3'] },
  { line: 4, cells: ['Đỗ Thị “Hà”', 'ha@thu.example', '5'] },
];

test('the same table from Excel, from CSV as Vietnamese Excel writes it, with commas, with tabs, and as Unicode text', async () => {
  const rows = [
    ['Họ tên', 'Thư', 'Số giờ'],
    ['Nguyễn Văn Ánh; thạc sĩ', ' anh@thu.example ', 3],
    [null, null, null],
    ['Đỗ Thị “Hà”', 'ha@thu.example', 5],
  ];
  const written = await readTable(await aWorkbook(rows));
  expect(written).toEqual(table);
  const lines = (sign: string) =>
    ['Họ tên', 'Thư', 'Số giờ'].join(sign) +
    `\r\n"Nguyễn Văn Ánh; thạc sĩ"${sign}anh@thu.example${sign}3\r\n${sign}${sign}\r\nĐỗ Thị “Hà”${sign}ha@thu.example${sign}5\r\n`;
  for (const sign of [';', ',', '\t']) {
    expect(await readTable(bytesOf(`\uFEFF${lines(sign)}`))).toEqual(table);
    expect(await readTable(bytesOf(lines(sign)))).toEqual(table);
  }
  expect(await readTable(new Uint8Array(Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le')))).toEqual(table);
});

test('what is no table is refused by its reason: old Excel, other scripts, pictures, damage, nothing at all', async () => {
  expect(await whyNot(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('kind');
  expect(await whyNot(new Uint8Array(Buffer.from('Họ tên;Thư\n', 'latin1')))).toBe('encoding');
  expect(await whyNot(bytesOf('a\u0000b'))).toBe('kind');
  expect(await whyNot(bytesOf('\uFEFF \r\n;;\r\n'))).toBe('empty');
  expect(await whyNot(new Uint8Array())).toBe('empty');
  const whole = await aWorkbook([['Thư'], ['anh@thu.example']]);
  expect(await whyNot(whole.subarray(0, whole.length - 40))).toBe('broken');
  expect(await whyNot(aZip('readme.txt', Buffer.from('hello')))).toBe('broken');
});

test('nothing is unfolded beyond the bounds, whatever a file says of itself', async () => {
  const zeros = Buffer.alloc(mostTable.unfolded + 1);
  expect(await whyNot(aZip('xl/worksheets/sheet1.xml', zeros))).toBe('large');
  expect(await whyNot(aZip('xl/worksheets/sheet1.xml', zeros, 10))).toBe('large');
  for (const far of [
    '<row r="900000000"/>',
    '<c r="XFD1"/>',
    `<c r='A${mostTable.rows + 1}'/>`,
    '<row r="&#57;99999999"/>',
  ]) {
    expect(await whyNot(aZip('xl/worksheets/sheet1.xml', Buffer.from(`<sheetData>${far}</sheetData>`)))).toBe('large');
  }
  expect(await whyNot(bytesOf('a\n'.repeat(mostTable.rows + 1)))).toBe('large');
  expect(await whyNot(bytesOf(','.repeat(mostTable.columns)))).toBe('large');
  expect(await whyNot(new Uint8Array(mostTable.bytes + 1).fill(0x61))).toBe('large');
});
