import { randomBytes } from 'node:crypto';
import type { Staged } from '#app/domain/judging/find-outcomes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { writeCertificateNumber } from './certificate.ts';

/**
 * Writes down what came of every entry of a round, and a certificate for each person of an awarded one: the moment at which there
 * is something to publish at all. Answers how many certificates there are.
 */
export async function writeOutcomes(
  tx: Tx,
  { roundId, staged, at }: { roundId: string; staged: Staged; at: Date },
): Promise<{ outcomes: number; certificates: number }> {
  await tx.outcome.createMany({
    data: staged.decided.map(({ entry, division: _, component: __, because, ...decided }) => ({
      ...decided,
      because: [...because],
      roundId,
      entryId: entry,
      awardName: decided.award === null ? null : staged.awardNames[decided.award - 1]!,
      at,
    })),
  });
  const awarded = await tx.outcome.findMany({
    where: { roundId, edition: 1, award: { not: null } },
    orderBy: [{ award: 'asc' }, { entry: { number: 'asc' } }],
    select: { id: true, entryId: true },
  });
  const certificates = await issueCertificates(tx, { outcomes: awarded, first: 1, at });
  return { outcomes: staged.decided.length, certificates };
}

/** One certificate for everyone of the team as it entered, numbered from `first` on. */
export async function issueCertificates(
  tx: Tx,
  { outcomes, first, at }: { outcomes: readonly { id: string; entryId: string }[]; first: number; at: Date },
): Promise<number> {
  const members = await tx.entryMember.findMany({
    where: { entryId: { in: outcomes.map(({ entryId }) => entryId) } },
    orderBy: [{ kind: 'asc' }, { personId: 'asc' }],
    select: { entryId: true, personId: true },
  });
  const year = Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format(at));
  const data = outcomes
    .flatMap(({ id, entryId }) =>
      members.filter((member) => member.entryId === entryId).map(({ personId }) => ({ outcomeId: id, personId })),
    )
    .map((row, index) => ({
      ...row,
      number: writeCertificateNumber({ year, number: first + index, bytes: randomBytes(32) }),
      issuedAt: at,
    }));
  await tx.certificate.createMany({ data });
  return data.length;
}
