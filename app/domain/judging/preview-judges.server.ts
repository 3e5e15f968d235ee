import { insistThat, whyNotAppoint } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { readUpload } from '#app/domain/contests/read-upload.server.ts';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type JudgeRow, mostJudges, pickJudges, readJudges } from './judge-table.ts';
import { whyNotInvite } from './why-not-invite.server.ts';

/** What a table of judges would do, row by row; nothing is written. Throws NotValid beside `file` where it is no such table. */
export async function previewJudges({
  by,
  slug,
  bytes,
}: {
  by: Actor;
  slug: string;
  bytes: Uint8Array;
}): Promise<JudgeRow[]> {
  const contest = await findManagedContest({ slug, by });
  insistThat(whyNotAppoint(by, contest, 'JUDGE'));
  const raw = pickJudges(await readUpload(bytes));
  if (raw === null) throw new NotValid({ file: [{ key: 'judging:problems.noMailColumn' }] });
  if (raw.length === 0) throw new NotValid({ file: [{ key: 'organising:problems.tableEmpty' }] });
  if (raw.length > mostJudges) {
    throw new NotValid({ file: [{ key: 'judging:problems.manyJudges', values: { max: mostJudges } }] });
  }
  const emails = raw.map(({ email }) => email.trim().toLowerCase());
  const barred = await whyNotInvite(db, { contestId: contest.id, emails });
  return readJudges(raw, { fields: await findFields(), panels: contest.panels, barred });
}
