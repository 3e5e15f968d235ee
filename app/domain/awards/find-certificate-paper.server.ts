import { hidesTeams } from '#app/domain/contests/contest.ts';
import { consentColumns } from '#app/domain/people/consent.ts';
import { publicFace } from '#app/domain/people/publication.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { certificateForm } from './certificate.ts';

/**
 * What everybody who holds a certificate's number may check: valid, or revoked and why; whom it names only as the rule of publication
 * lets it on this day. Null where no certificate has this number.
 */
export async function findCertificatePaper({ number }: { number: string }) {
  const typed = number.replaceAll(/\s/g, '').toUpperCase();
  if (!certificateForm.test(typed)) return null;
  const found = await db.certificate.findUnique({
    where: { number: typed },
    relationLoadStrategy: 'join',
    select: {
      number: true,
      issuedAt: true,
      revokedAt: true,
      revokedReason: true,
      person: { select: { fullName: true, birthDate: true, consents: { select: consentColumns } } },
      outcome: {
        select: {
          awardName: true,
          entry: {
            select: {
              number: true,
              division: { select: { name: true } },
              contest: {
                select: {
                  slug: true,
                  name: true,
                  state: true,
                  openedAt: true,
                  host: { select: { name: true, kind: true, code: true } },
                  rounds: { select: { state: true, blind: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (found === null) return null;
  const { person, outcome } = found;
  const { contest, division, number: entry } = outcome.entry;
  const face = publicFace({ person, consents: person.consents, unit: null, province: null, on: now() });
  return {
    kind: 'certificate' as const,
    number: found.number,
    issuedAt: found.issuedAt,
    revoked: found.revokedAt === null ? null : { at: found.revokedAt, reason: found.revokedReason ?? '' },
    name: hidesTeams(contest) ? null : face.name,
    award: outcome.awardName ?? '',
    division: division.name,
    entry,
    contest: { slug: contest.slug, name: contest.name, host: unitTitle(contest.host) },
  };
}
