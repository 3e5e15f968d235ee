import { NotValid } from '#app/domain/refusal.ts';
import { readTable, UnreadableTable } from '#app/platform/spreadsheet.server.ts';

/** The cells of an uploaded table. Throws NotValid beside `file` with what to do about it. */
export async function readUpload(bytes: Uint8Array): Promise<{ line: number; cells: string[] }[]> {
  try {
    return await readTable(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new NotValid({
      file: [
        {
          key: {
            kind: 'contests:problems.tableKind',
            broken: 'contests:problems.tableBroken',
            encoding: 'contests:problems.tableEncoding',
            large: 'contests:problems.tableLarge',
            empty: 'contests:problems.tableEmpty',
          }[error.why],
        },
      ],
    });
  }
}
