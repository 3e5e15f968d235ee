import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withSchemaEngine } from './schema-engine.server.ts';

/** The folder of migrations, in Prisma's own format, as the schema engine wants to be told of it. */
export function listMigrations(baseDir: string, first = Number.POSITIVE_INFINITY) {
  const lockfile = path.join(baseDir, 'migration_lock.toml');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .slice(0, first);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Applies what is missing of all migrations or of the `first` so many, under a lock of the database's own; answers the names of what was applied. */
export async function applyMigrations(
  connectionString: string,
  baseDir = path.resolve('prisma/migrations'),
  first?: number,
) {
  return withSchemaEngine(connectionString, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: listMigrations(baseDir, first),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  });
}

/** Names of migrations that were applied as something else than what the folder now says, or that it no longer has. */
export async function findRewrittenMigrations(
  connectionString: string,
  baseDir = path.resolve('prisma/migrations'),
): Promise<string[]> {
  return withSchemaEngine(connectionString, async (engine) => {
    const { editedMigrationNames, failedMigrationNames, history } = await engine.diagnoseMigrationHistory({
      migrationsList: listMigrations(baseDir),
      optInToShadowDatabase: false,
      filters: { externalTables: [], externalEnums: [] },
    });
    const missing = history !== null && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [];
    return [...editedMigrationNames, ...failedMigrationNames, ...missing];
  });
}
