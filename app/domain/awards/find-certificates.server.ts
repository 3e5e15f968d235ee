import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { db } from '#app/platform/db/db.server.ts';
import { streamStoredFile } from '#app/platform/files.server.ts';
import { type CertificateFacts, certificateForm } from './certificate.ts';

const columns = {
  number: true,
  issuedAt: true,
  revokedAt: true,
  revokedReason: true,
  personId: true,
  person: { select: { fullName: true } },
  outcome: {
    select: {
      awardName: true,
      award: true,
      round: { select: { id: true } },
      entry: {
        select: {
          number: true,
          division: { select: { name: true } },
          version: { select: { title: true } },
          contest: {
            select: {
              id: true,
              slug: true,
              name: true,
              _count: { select: { divisions: true } },
              host: {
                select: { name: true, kind: true, code: true, path: true, province: { select: { name: true } } },
              },
            },
          },
        },
      },
    },
  },
} as const;

async function findRows(where: object, page: { skip?: number; take?: number } = {}) {
  return db.certificate.findMany({
    where,
    relationLoadStrategy: 'join',
    orderBy: [{ outcome: { award: 'asc' } }, { outcome: { entry: { number: 'asc' } } }, { number: 'asc' }],
    ...page,
    select: columns,
  });
}

function factsOf({
  number,
  issuedAt,
  person,
  outcome,
}: Awaited<ReturnType<typeof findRows>>[number]): CertificateFacts {
  const { contest, division, version } = outcome.entry;
  const { host } = contest;
  return {
    number,
    issuedAt,
    name: person.fullName,
    award: outcome.awardName ?? '',
    title: version.title,
    contest: contest.name,
    host: unitTitle(host),
    place: host.kind === 'PROVINCE' ? host.name : (host.province?.name ?? ''),
    division: contest._count.divisions > 1 ? division.name : null,
  };
}

/** What stands on each certificate of a round that is in force, for printing. */
export async function findCertificateFacts({ roundId }: { roundId: string }): Promise<CertificateFacts[]> {
  return (await findRows({ revokedAt: null, outcome: { roundId } })).map(factsOf);
}

/** One certificate for whom it was issued to, and for those who run the contest. Throws NotFound and NotAllowed. */
export async function findOwnCertificate({ by, number }: { by: Actor; number: string }): Promise<CertificateFacts> {
  if (!certificateForm.test(number)) throw new NotFound();
  const [row] = await findRows({ number, revokedAt: null });
  if (row === undefined) throw new NotFound();
  if (row.personId !== by.id) {
    const { may } = await findManagedContest({ slug: row.outcome.entry.contest.slug, by }).catch(() => {
      throw new NotAllowed({ key: 'awards:refusals.notHolder' });
    });
    if (!may.seeTeams) throw new NotAllowed({ key: 'awards:refusals.notHolder' });
  }
  return factsOf(row);
}

/** The certificates a person was issued for an entry. */
export async function findCertificatesOf({ personId, entryId }: { personId: string; entryId: string }) {
  const rows = await findRows({ personId, revokedAt: null, outcome: { entryId } });
  return rows.map(({ number, outcome }) => ({ number, award: outcome.awardName ?? '' }));
}

/** Certificates of a round as those who run the contest see them, with how far a printing of all has come. */
export async function findCertificates({
  slug,
  number,
  by,
  page,
  perPage,
}: {
  slug: string;
  number: number;
  by: Actor;
  page: number;
  perPage: number;
}) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  insistThat(contest.may.seeTeams ? null : { key: 'contests:refusals.notOfficer' });
  const where = { outcome: { roundId: round.id } };
  const [total, rows, printing] = await Promise.all([
    db.certificate.count({ where }),
    findRows(where, { skip: (page - 1) * perPage, take: perPage }),
    db.certificatePrinting.findFirst({
      where: { roundId: round.id },
      orderBy: { at: 'desc' },
      select: { total: true, done: true, at: true, finishedAt: true, failedAt: true },
    }),
  ]);
  return {
    contest,
    round: { number: round.number, name: round.name, state: round.state },
    total,
    printing,
    rows: rows.map(({ personId: _, revokedReason, revokedAt, ...row }) => ({
      number: row.number,
      name: row.person.fullName,
      award: row.outcome.awardName ?? '',
      entry: row.outcome.entry.number,
      title: row.outcome.entry.version.title,
      revoked: revokedAt === null ? null : { at: revokedAt, reason: revokedReason ?? '' },
    })),
  };
}

/** The newest finished file of all certificates of a round. Throws NotFound where there is none. */
export async function findPrintedCertificates({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  insistThat(contest.may.seeTeams ? null : { key: 'contests:refusals.notOfficer' });
  const printing = await db.certificatePrinting.findFirst({
    where: { round: { contestId: contest.id, number }, finishedAt: { not: null }, file: { not: null } },
    orderBy: { at: 'desc' },
    select: { file: true },
  });
  const file = printing === null ? null : await streamStoredFile(printing.file!);
  if (file === null) throw new NotFound();
  return file;
}
