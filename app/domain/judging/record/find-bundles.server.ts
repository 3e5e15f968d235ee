import type { Json } from '#app/domain/canonical-json.ts';
import { isPublic } from '#app/domain/contests/contest.ts';
import { closingKinds, endsEdition, publicKinds } from '#app/domain/history/record/record-body.ts';
import { type Actor, holdsInContest, holdsInUnit } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Bundle, type BundledRecord, fullBundle, publicBundle } from './bundle.ts';
import { type Edition, editionsOf } from './edition.ts';

/**
 * The bundle anyone may have of a contest's published rounds: the newest edition, or an earlier one as it was given out. Throws
 * NotFound before anything is published, and for an edition there is not.
 */
export async function findPublicBundle({ slug, edition }: { slug: string; edition?: number }): Promise<Bundle> {
  const { records, published } = await findRecords(slug, { kinds: publicKinds });
  const open = records.filter(({ body }) => isOf(published, body));
  return present(publicBundle(upToPublication(open, edition)));
}

/**
 * Every record of a contest, ballots under codes, for those it concerns: who was in an entry, chair and secretary, organisers of
 * the host and of the units above it. Throws NotNow while a round with ballots is not published, NotFound before anything is.
 */
export async function findFullBundle({
  by,
  slug,
  edition,
}: {
  by: Actor;
  slug: string;
  edition?: number;
}): Promise<Bundle> {
  const { contest, records, published } = await findRecords(slug, {});
  if (!(await mayHaveFull(by, contest))) throw new NotAllowed({ key: 'judging:refusals.fullBundle' });
  const upTo = upToPublication(records, edition);
  const early = upTo.some(({ kind, body }) => kind !== 'assigned' && !isOf(published, body));
  if (early) throw new NotNow({ key: 'judging:refusals.roundUnpublished' });
  return present(fullBundle(upTo));
}

export type Verification = {
  root: string;
  records: number;
  /** Every edition that was given out, the newest first; the first of them has `root`. */
  editions: Edition[];
  /** Appeals rejected since: on record, and given out with the next edition. */
  rejected: number;
  /** The reader may have the full bundle. */
  full: boolean;
  /** The codes under which the reader's own entries stand in the bundles. */
  mine: { number: number; code: string }[];
};

/** What the page of results says about checking them; null before anything is published, or without a record. */
export async function findVerification({ by, slug }: { by: Actor | null; slug: string }): Promise<Verification | null> {
  const contest = await db.contest.findUnique({ where: { slug }, select: contestColumns });
  if (contest === null || !isPublic(contest)) return null;
  const closing = await db.contestRecord.findMany({
    where: { contestId: contest.id, kind: { in: [...closingKinds] } },
    orderBy: { n: 'asc' },
    select: { n: true, kind: true, at: true, body: true, hash: true },
  });
  const last = closing.findLast(endsEdition);
  if (last === undefined) return null;
  const own =
    by === null
      ? []
      : await db.entry.findMany({
          where: { contestId: contest.id, members: { some: { personId: by.id } } },
          orderBy: { number: 'asc' },
          select: { id: true, number: true },
        });
  const codes = await db.recordCode.findMany({
    where: { contestId: contest.id, kind: 'ENTRY', subjectId: { in: own.map(({ id }) => id) } },
    select: { subjectId: true, code: true },
  });
  const codeOf = new Map(codes.map(({ subjectId, code }) => [subjectId, code]));
  return {
    root: last.hash,
    records: last.n,
    editions: editionsOf(
      closing.map(({ at, body, ...record }) => ({ ...record, at: at.toISOString(), body: body as Json })),
    ).reverse(),
    rejected: closing.filter(({ n }) => n > last.n).length,
    full: by !== null && (await mayHaveFull(by, contest)),
    mine: own.flatMap(({ id, number }) => (codeOf.has(id) ? [{ number, code: codeOf.get(id)! }] : [])),
  };
}

const contestColumns = { id: true, openedAt: true, host: { select: { path: true } } } as const;
type Contest = { id: string; host: { path: string } };

async function mayHaveFull(by: Actor, contest: Contest): Promise<boolean> {
  if (holdsInContest(by, ['CHAIR', 'SECRETARY'], contest.id)) return true;
  if (holdsInUnit(by, ['ORGANISER'], contest.host.path)) return true;
  const own = await db.entryMember.count({ where: { personId: by.id, entry: { contestId: contest.id } } });
  return own > 0;
}

async function findRecords(slug: string, { kinds }: { kinds?: readonly string[] }) {
  const contest = await db.contest.findUnique({
    where: { slug },
    select: { ...contestColumns, rounds: { where: { state: 'PUBLISHED' }, select: { number: true } } },
  });
  if (contest === null || !isPublic(contest)) throw new NotFound();
  const rows = await db.contestRecord.findMany({
    where: { contestId: contest.id, ...(kinds === undefined ? {} : { kind: { in: [...kinds] } }) },
    orderBy: { n: 'asc' },
    select: { n: true, kind: true, at: true, body: true, commitment: true, previous: true, hash: true },
  });
  // Of what lies beside the chain everyone may read the rules, and nobody anything else here.
  const openings = await db.contestRecordOpening.findMany({
    where: { contestId: contest.id, record: { kind: 'rules-frozen' } },
    select: { n: true, salt: true, content: true },
  });
  const records = rows.map(({ at, body, ...row }): BundledRecord => {
    const opening = openings.find(({ n }) => n === row.n);
    return {
      ...row,
      at: at.toISOString(),
      body: body as Json,
      ...(opening === undefined ? {} : { opened: { salt: opening.salt, content: opening.content as Json } }),
    };
  });
  return { contest, records, published: new Set(contest.rounds.map(({ number }) => number)) };
}

/** A record of no round, or of a round that is published. */
function isOf(published: ReadonlySet<number>, body: Json): boolean {
  const { round } = body as { round?: number };
  return round === undefined || published.has(round);
}

/** What was written after the last publication or upheld appeal is for nobody yet; an earlier edition ends where it ended then. */
function upToPublication(records: readonly BundledRecord[], edition?: number): BundledRecord[] {
  const editions = editionsOf(records);
  const end = edition === undefined ? editions.at(-1) : editions[edition - 1];
  return records.filter(({ n }) => n <= (end?.record ?? 0));
}

function present(bundle: Bundle | null): Bundle {
  if (bundle === null) throw new NotFound();
  return bundle;
}
