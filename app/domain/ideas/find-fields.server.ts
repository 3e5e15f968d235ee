import { db } from '#app/platform/db/db.server.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';

export type FieldRow = { id: string; nameVi: string; nameEn: string };

export const fieldColumns = { id: true, nameVi: true, nameEn: true } as const;

/** Every field, in the order the drive gives them. */
export async function findFields(): Promise<FieldRow[]> {
  return sharedRead('fields', () =>
    db.field.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }], select: fieldColumns }),
  );
}
