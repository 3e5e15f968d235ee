import { db } from '#app/platform/db/db.server.ts';
import type { Statement } from './statement.ts';

export async function runStatement<Found>(statement: Statement, sql: string): Promise<Found[]> {
  return db.$queryRawUnsafe<Found[]>(sql, ...statement.values);
}
