import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

type Module = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

let loading: Promise<Module> | undefined;

/**
 * Prisma's schema engine as WebAssembly: no native binary, so migrations need nothing but npm. Its own entry imports
 * the .wasm file as a module, which Node 20 cannot; here it is instantiated by hand.
 */
async function load(): Promise<Module> {
  const engine: Module = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = new Uint8Array(await readFile(path.join(folder, 'schema_engine_bg.wasm')));
  const imports: Record<string, unknown> = { ...engine };
  // Its guard against a lock that is never given lasts 10 s and is never cleared: it must not keep a command alive.
  for (const name of Object.keys(imports).filter((key) => key.startsWith('__wbg_setTimeout_'))) {
    imports[name] = (work: () => void, ms: number) => void setTimeout(work, ms >>> 0).unref();
  }
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': imports as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  return engine;
}

/** The adapter cuts a script at every semicolon, also inside the body of a function; PostgreSQL reads a script whole. */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: InstanceType<typeof pg.Pool>) {
    super(pool as unknown as ConstructorParameters<typeof PrismaPg>[0]);
  }
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => void (await this.pool.query(script));
    return adapter;
  }
}

/** Runs `work` with a schema engine on the database at `connectionString`. */
export async function withSchemaEngine<T>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load();
  const { SchemaEngine } = await loading;
  const pool = new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await work(engine);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const id = /External error id#(\d+)/.exec(said)?.[1];
    const record = id === undefined ? undefined : adapter.errorRegistry.consumeError(Number(id));
    if (record === undefined) throw error;
    const where = /migration_name="([^"]+)"/.exec(said)?.[1] ?? 'the database';
    const cause = record.error instanceof Error ? record.error : new Error(String(record.error));
    throw new Error(`${where}: ${cause.message}`, { cause });
  } finally {
    engine.free();
    await pool.end();
  }
}
