/** Writes prisma/migrations/0001_schema/migration.sql anew from the .prisma files. Rules in SQL follow in their own folders. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openEmbeddedPostgres } from '#app/platform/db/embedded-postgres.server.ts';
import { withSchemaEngine } from '#app/platform/db/schema-engine.server.ts';
import { env } from '#app/platform/env.server.ts';

const folder = path.resolve('prisma');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.prisma'))
  .sort()
  .map((name) => ({ path: path.join(folder, name), content: readFileSync(path.join(folder, name), 'utf8') }));

// The engine compares two texts here and asks the database only what kind it is.
const database = await openEmbeddedPostgres({ dataDir: path.join(env().DATA_DIR, 'drawing-board'), join: true });
try {
  const { stdout } = await withSchemaEngine(database.url(), (engine) =>
    engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const migrations = path.join(folder, 'migrations');
  mkdirSync(path.join(migrations, '0001_schema'), { recursive: true });
  writeFileSync(path.join(migrations, '0001_schema', 'migration.sql'), stdout ?? '');
  writeFileSync(path.join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
} finally {
  await database.stop();
}
