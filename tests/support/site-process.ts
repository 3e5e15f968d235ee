import path from 'node:path';
import { db } from '#app/platform/db/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { running } from '#app/platform/running.server.ts';
import { serveSite } from '#app/server.ts';

/**
 * The built site in a process of its own: `node --import tsx tests/support/site-process.ts FOLDER`, with what it stands on in the environment.
 * Tells its port; asked for `queries`, tells how many statements it has sent to the database so far.
 */
running().databaseUrl = env().DATABASE_URL;
let queries = 0;
db.$on('query', (event) => {
  if (!/^\s*(begin|commit|rollback)\b/i.test(event.query)) queries += 1;
});
const site = await serveSite({ env: env(), root: path.resolve(process.argv[2]!) });
process.on('message', () => process.send!({ queries }));
process.on('disconnect', () => {
  void site.stop().finally(() => process.exit(0));
});
process.send!({ port: Number(new URL(site.origin).port) });
