import { findEntryFeedback } from '#app/domain/judging/find-entry-feedback.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { needsGuardian, stands } from '#app/domain/people/consent.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { findOwnOutcomes } from './find-own-outcomes.server.ts';
import { receives } from './nomination-access.ts';
import { answerColumns, answersOf } from './nomination-answers.server.ts';
import { packagedVersions } from './packaged-versions.ts';

const textColumns = {
  id: true,
  number: true,
  createdAt: true,
  title: true,
  abstract: true,
  problem: true,
  solution: true,
  novelty: true,
  method: true,
  beneficiaries: true,
  progress: true,
  needs: true,
  files: {
    orderBy: [{ file: { createdAt: 'asc' } }, { fileId: 'asc' }],
    select: { file: { select: { id: true, name: true, mediaType: true, bytes: true } } },
  },
} as const satisfies Prisma.IdeaVersionSelect;

const unitColumns = { select: { id: true, name: true, kind: true, code: true, path: true } } as const;

/**
 * The whole package for the unit that receives it: the version that won and the published ones before it, each with its files, the team
 * with everyone's consent, marks and notes with no judge named, results and certificates. Only while everyone agrees; whoever organises nothing there
 * is refused, and what may not be known is not there. A fixed number of queries. Throws NotFound and NotAllowed.
 */
export async function findNomination({ by, id }: { by: Actor; id: string }) {
  if (!isUuid(id)) throw new NotFound();
  const at = now();
  const row = await db.nomination.findUnique({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      ...answerColumns,
      id: true,
      at: true,
      acceptedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      fromUnit: unitColumns,
      toUnit: unitColumns,
      taken: { select: { number: true, contest: { select: { slug: true, name: true } } } },
      entry: {
        select: {
          ...answerColumns.entry.select,
          id: true,
          ideaId: true,
          answers: true,
          division: { select: { name: true } },
          contest: { select: { name: true } },
          version: { select: textColumns },
        },
      },
    },
  });
  if (row === null) throw new NotFound();
  if (!receives(by, row.toUnit)) throw new NotAllowed({ key: 'awards:refusals.notReceiving' });
  const answers = answersOf(row, at);
  if (!answers.complete || row.withdrawnAt !== null || row.declinedAt !== null) throw new NotFound();
  const { entry } = row;
  const [feedback, results, certificates, versions, contests, preparing] = await Promise.all([
    findEntryFeedback({ entryId: entry.id }),
    findOwnOutcomes({ entryId: entry.id }),
    db.certificate.findMany({
      where: { revokedAt: null, outcome: { entryId: entry.id } },
      orderBy: { number: 'asc' },
      select: {
        number: true,
        issuedAt: true,
        person: { select: { fullName: true } },
        outcome: { select: { awardName: true } },
      },
    }),
    db.ideaVersion.findMany({
      where: packagedVersions({ ideaId: entry.ideaId, before: entry.version.number }),
      orderBy: { number: 'desc' },
      take: 50,
      select: textColumns,
    }),
    row.acceptedAt === null || row.taken !== null
      ? []
      : db.contest.findMany({
          where: { hostId: row.toUnit.id, state: 'OPEN', opensAt: { lte: at }, closesAt: { gt: at } },
          orderBy: { closesAt: 'asc' },
          take: 50,
          select: {
            slug: true,
            name: true,
            divisions: { orderBy: { position: 'asc' }, select: { slug: true, name: true } },
          },
        }),
    row.acceptedAt === null || row.taken !== null
      ? []
      : db.contest.findMany({
          where: { hostId: row.toUnit.id, OR: [{ state: 'DRAFT' }, { state: 'OPEN', opensAt: { gt: at } }] },
          orderBy: { opensAt: 'asc' },
          take: 10,
          select: { slug: true, name: true },
        }),
  ]);
  const { id: _, ...text } = withFiles(entry.version);
  return {
    id: row.id,
    from: unitTitle(row.fromUnit),
    to: unitTitle(row.toUnit),
    at: row.at,
    acceptedAt: row.acceptedAt,
    taken: row.taken,
    contest: entry.contest.name,
    division: entry.division.name,
    text,
    versions: versions.map((version) => {
      const { id: __, ...kept } = withFiles(version);
      return kept;
    }),
    team: answers.people.map(({ person, lead, own, guardian }) => ({
      name: person.fullName,
      lead,
      givenAt: own!.givenAt,
      guardianAt: needsGuardian(person, at) ? (guardian.find((one) => stands(one, at))?.givenAt ?? null) : null,
    })),
    feedback,
    results,
    certificates: certificates.map(({ person, outcome, ...certificate }) => ({
      ...certificate,
      name: person.fullName,
      award: outcome.awardName ?? '',
    })),
    contests,
    /** Contests of the receiving unit that do not take entries yet. */
    preparing,
  };
}

type Attached = { file: { id: string; name: string; mediaType: string; bytes: number } };

function withFiles<Version extends { files: Attached[] }>({ files, ...version }: Version) {
  return { ...version, files: files.map(({ file }) => file) };
}
