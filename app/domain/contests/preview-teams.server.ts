import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findTeamFacts } from './find-team-facts.server.ts';
import { holdInviting } from './hold-inviting.server.ts';
import { readUpload } from './read-upload.server.ts';
import { mostTeams, pickTeams, readTeams, type TeamRow } from './team-table.ts';

/** What a table of teams would do, row by row; nothing is written. Throws NotValid beside `file` where it is no such table. */
export async function previewTeams({
  by,
  slug,
  bytes,
}: {
  by: Actor;
  slug: string;
  bytes: Uint8Array;
}): Promise<TeamRow[]> {
  const contest = await db.$transaction((tx) => holdInviting(tx, { by, slug }));
  const raw = pickTeams(await readUpload(bytes));
  if (raw === null) throw new NotValid({ file: [{ key: 'organising:teams.noColumns' }] });
  if (raw.length === 0) throw new NotValid({ file: [{ key: 'organising:problems.tableEmpty' }] });
  if (raw.length > mostTeams) {
    throw new NotValid({ file: [{ key: 'organising:teams.many', values: { max: mostTeams } }] });
  }
  return readTeams(raw, await findTeamFacts(db, { contest, raw }));
}
