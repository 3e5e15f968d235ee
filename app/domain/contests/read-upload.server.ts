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
            kind: 'organising:problems.tableKind',
            broken: 'organising:problems.tableBroken',
            encoding: 'organising:problems.tableEncoding',
            large: 'organising:problems.tableLarge',
            empty: 'organising:problems.tableEmpty',
          }[error.why],
        },
      ],
    });
  }
}
