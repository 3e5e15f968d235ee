import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { running } from '#app/platform/running.server.ts';
import { hearOwnChanges } from './changes.server.ts';
import { PrismaClient } from './generated/client.ts';
import { noteCall, type Relations } from './reads.server.ts';

/** Where the database is: the embedded one that this process started or joined, else DATABASE_URL. */
export function databaseUrl(): string {
  const url = running().databaseUrl ?? env().DATABASE_URL;
  if (url === undefined) throw new Error('No database is open: set DATABASE_URL or open the embedded one first');
  return url;
}

/** Asks for the address at the first query only, because the embedded database starts after this module is loaded. */
class LatePrismaPg extends PrismaPg {
  constructor() {
    super({});
  }
  override async connect() {
    const adapter = await new PrismaPg(
      { connectionString: databaseUrl(), max: env().DATABASE_POOL },
      { onPoolError: (err) => log.warn({ err }, 'an idle database connection broke') },
    ).connect();
    return hearingItsChanges(adapter);
  }
}

type Connected = Awaited<ReturnType<PrismaPg['connect']>>;
type Statements = Pick<Connected, 'queryRaw' | 'executeRaw'>;

const mayWrite = /\b(insert|update|delete|merge|truncate)\b/i;

/** What has been committed through this adapter is known in this process before anybody hears that it is done. */
function hearingItsChanges(adapter: Connected): Connected {
  const startTransaction = adapter.startTransaction.bind(adapter);
  afterWrites(adapter, hearOwnChanges);
  adapter.startTransaction = async (...args) => {
    const tx = await startTransaction(...args);
    let wrote = false;
    afterWrites(tx, async () => {
      wrote = true;
    });
    const commit = tx.commit.bind(tx);
    tx.commit = async () => {
      await commit();
      if (wrote) await hearOwnChanges();
    };
    return tx;
  };
  return adapter;
}

function afterWrites(statements: Statements, then: () => Promise<void>): void {
  const { queryRaw, executeRaw } = statements;
  statements.queryRaw = async (query) => {
    const answer = await queryRaw.call(statements, query);
    if (mayWrite.test(query.sql)) await then();
    return answer;
  };
  statements.executeRaw = async (query) => {
    const count = await executeRaw.call(statements, query);
    if (mayWrite.test(query.sql)) await then();
    return count;
  };
}

type DataModel = { models: Record<string, { fields: { name: string; kind: string; type: string }[] }> };

/** The relations of the data model, as the generated client holds them for itself. */
function relationsOf(client: object): Relations {
  const { models } = (client as { _runtimeDataModel: DataModel })._runtimeDataModel;
  const known = new Map(
    Object.entries(models).map(([model, { fields }]) => [
      model,
      Object.fromEntries(fields.map(({ name, kind, type }) => [name, { type, isRelation: kind === 'object' }])),
    ]),
  );
  return (model) => known.get(model);
}

function open() {
  const client = new PrismaClient({
    adapter: new LatePrismaPg(),
    log: [{ emit: 'event', level: 'query' }],
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
  const relations = relationsOf(client);
  const isTable = (name: string) => relations(name) !== undefined;
  const noting = client.$extends({
    query: {
      $allOperations({ model, args, query }) {
        noteCall({ model, args }, relations, isTable);
        return query(args);
      },
    },
  }) as unknown as typeof client;
  // An extended client hears no events, and is a proxy that lets nothing be added; everything else about it is as before.
  const $on = client.$on.bind(client);
  return new Proxy({} as typeof client, { get: (_, name) => (name === '$on' ? $on : Reflect.get(noting, name)) });
}

/** One per process: a reload of this module in development must not open a second pool. */
const key = Symbol.for('y-hay.db');
const holder = globalThis as { [key]?: ReturnType<typeof open> };
holder[key] ??= open();

export const db = holder[key];

/** The client inside `db.$transaction(async (tx) => …)`. */
export type Tx = Parameters<Parameters<typeof db.$transaction>[0]>[0];
