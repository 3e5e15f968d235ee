import { afterAll, beforeAll } from 'vitest';
import { fixClock } from '#app/platform/clock.ts';
import { running } from '#app/platform/running.server.ts';
import { failOnConsoleError } from './console.ts';
import { dropDatabase, openFreshDatabase } from './database.ts';

failOnConsoleError();

let database: string;

beforeAll(async () => {
  running().demo = false;
  running().meili = undefined;
  database = await openFreshDatabase();
});

afterAll(async () => {
  fixClock(null);
  await dropDatabase(database);
});
