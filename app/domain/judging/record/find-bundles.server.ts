import type { Json } from '#app/domain/canonical-json.ts';
import { isPublic } from '#app/domain/contests/contest.ts';
import { closingKinds, publicKinds } from '#app/domain/history/record/record-body.ts';
import { type Actor, holdsInContest, holdsInUnit } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Bundle, type BundledRecord, fullBundle, publicBundle } from './bundle.ts';

/** The bundle anyone may have of a contest's published rounds. Throws NotFound before anything is published. */
export async function findPublicBundle({ slug }: { slug: string }): Promise<Bundle> {
  const { records, published } = await findRecords(slug, { kinds: publicKinds });
  const open = records.filter(({ body }) => isOf(published, body));
  return present(publicBundle(upToPublication(open)));
}

/**
 * Every record of a contest, ballots under codes, for those it concerns: who was in an entry, chair and secretary, organisers of
 * the host and of the units above it. Throws NotNow while a round with ballots is not published, NotFound before anything is.
 */
export async function findFullBundle({ by, slug }: { by: Actor; slug: string }): Promise<Bundle> {
  const { contest, records, published } = await findRecords(slug, {});
  if (!(await mayHaveFull(by, contest))) throw new NotAllowed({ key: 'judging:refusals.fullBundle' });
  const upTo = upToPublication(records);
  const early = upTo.some(({ kind, body }) => kind !== 'assigned' && !isOf(published, body));
  if (early) throw new NotNow({ key: 'judging:refusals.roundUnpublished' });
  return present(fullBundle(upTo));
}

export type Verification = {
  root: string;
  records: number;
  /** The reader may have the full bundle. */
  full: boolean;
  /** The codes under which the reader's own entries stand in the bundles. */
  mine: { number: number; code: string }[];
};

/** What the page of results says about checking them; null before anything is published, or without a record. */
export async function findVerification({ by, slug }: { by: Actor | null; slug: string }): Promise<Verification | null> {
  const contest = await db.contest.findUnique({ where: { slug }, select: contestColumns });
  if (contest === null || !isPublic(contest)) return null;
  const last = await db.contestRecord.findFirst({
    where: { contestId: contest.id, kind: { in: [...closingKinds] } },
    orderBy: { n: 'desc' },
    select: { n: true, hash: true },
  });
  if (last === null) return null;
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

/** What was written after the last publication or decided appeal is for nobody yet. */
function upToPublication(records: readonly BundledRecord[]): BundledRecord[] {
  return records.slice(0, records.findLastIndex(({ kind }) => (closingKinds as readonly string[]).includes(kind)) + 1);
}

function present(bundle: Bundle | null): Bundle {
  if (bundle === null) throw new NotFound();
  return bundle;
}
