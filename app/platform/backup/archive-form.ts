/**
 * A backup is one tar file that any tar can open: what it is, the keys, the files, the database's tables as gzipped COPY
 * text, then `parts.sha256` (as `sha256sum -c` reads it), the manifest and the manifest's own hash.
 */
export const archiveFormat = 1;

export const headName = 'y-hay-backup.json';
export const keysName = 'keys/secrets.json';
export const listName = 'parts.sha256';
export const manifestName = 'manifest.json';
export const manifestHashName = 'manifest.sha256';

export const fileName = (key: string) => `files/${key.slice(0, 2)}/${key}`;
export const keyOfFileName = (name: string) => /^files\/([0-9a-f]{2})\/(\1[0-9a-f]{38})$/.exec(name)?.[2] ?? null;
export const tableName = (table: string, piece: number) =>
  `database/${table}/${String(piece).padStart(6, '0')}.copy.gz`;
export const tableOfName = (name: string) => /^database\/(\w+)\/\d{6}\.copy\.gz$/.exec(name)?.[1] ?? null;

/** First in the archive: enough to say whether this version of the product can read the rest. */
export type Head = { product: 'y-hay'; format: number; version: string; lastMigration: string | null };

export type TableRecord = {
  name: string;
  columns: string[];
  /** What its rows are put in order by, so that the same rows have the same hash. */
  order: string[];
  rows: number;
  /** Of the rows as COPY text, in that order. */
  sha256: string;
};

export type Manifest = Head & {
  at: string;
  server: string;
  /** Whether this is the demo world, whose passwords everyone knows. */
  demo: boolean;
  migrations: { name: string; checksum: string }[];
  tables: TableRecord[];
  sequences: { name: string; last: string; called: boolean }[];
  files: { count: number; bytes: number };
  /** Files that the database names and that were gone already when the backup was taken. */
  lost: string[];
  parts: { count: number; sha256: string };
};

/** The backup cannot be made, or not be laid back; the message is one line for a person. */
export class BackupRefused extends Error {}

export const tarBlock = 512;

/** A header of the ustar form; times and owners are left at zero, so that the same content is the same bytes. */
export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(tarBlock);
  const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, '0');
  if (Buffer.byteLength(name) > 100) throw new Error(`too long a name for a part: ${name}`);
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
    )}\u0000 `,
    148,
  );
  return header;
}

/** What a header says; null where it is not as we write headers, to the byte. */
export function readTarHeader(header: Buffer): { name: string; size: number } | null {
  const name = header.toString('utf8', 0, 100).replace(/\0+$/, '');
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
  if (name === '' || !Number.isSafeInteger(size)) return null;
  try {
    return tarHeader(name, size).equals(header) ? { name, size } : null;
  } catch {
    return null;
  }
}

export const paddingAfter = (size: number) => (tarBlock - (size % tarBlock)) % tarBlock;

/** In words what a failure of the disk or of the database is; null for anything else. */
export function diskTrouble(error: unknown, place: string): string | null {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT' || message.includes('No space left on device'))
    return `the disk is full: make room in ${place} and try again`;
  if (code === 'EFBIG') return `the file grew larger than this system allows in ${place}`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `this user may not write in ${place}`;
  if (code === '53100') return 'the disk of the database server is full: make room there and try again';
  return null;
}
