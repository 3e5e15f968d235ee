import { describe, expect, test } from 'vitest';
import { beginPrinting } from '#app/domain/awards/begin-printing.server.ts';
import { findCertificatePaper } from '#app/domain/awards/find-certificate-paper.server.ts';
import { findOwnCertificate, findPrintedCertificates } from '#app/domain/awards/find-certificates.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { revokeCertificate } from '#app/domain/awards/revoke-certificate.server.ts';
import { printCertificates } from '#app/jobs/print-certificates.ts';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { actorOf, consentOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { get } from '#tests/support/visits.ts';
import { anAwardedRound } from './an-awarded-round.ts';

async function published() {
  const winner = await aPerson({ fullName: 'Đặng Thùy Ỹ Lan' });
  const round = await anAwardedRound({ leads: [winner] });
  await publishRound(round.where);
  const certificate = await db.certificate.findFirstOrThrow({ where: { personId: winner.id } });
  return { ...round, winner, certificate };
}

describe('checking a number', () => {
  test('names its holder only while they agree, page and all; withdrawn after publication it names nobody', async () => {
    const { winner, certificate } = await published();
    const named = async () => ({
      paper: (await findCertificatePaper({ number: certificate.number }))!.name,
      page: (await get(paths.paper(certificate), { as: null })).text.includes(winner.fullName),
    });
    expect(await named()).toEqual({ paper: null, page: false });
    await consentOf(winner);
    expect(await named()).toEqual({ paper: winner.fullName, page: true });
    await db.consent.updateMany({ where: { personId: winner.id }, data: { withdrawnAt: new Date() } });
    expect(await named()).toEqual({ paper: null, page: false });
  });

  test('says valid, and once revoked that and why; a guessed number is none', async () => {
    const { where, secretary, certificate, contest } = await published();
    const check = async () => {
      const { revoked, award, number } = (await findCertificatePaper({ number: certificate.number }))!;
      return { number, award, reason: revoked?.reason ?? null };
    };
    expect(await check()).toEqual({ number: certificate.number, award: 'Giải Nhất', reason: null });
    const revocation = { ...where, certificate: certificate.number, reason: 'Sao chép của người khác' };
    expect(await refusalOf(revokeCertificate({ ...revocation, by: secretary }))).toBe(
      'not-allowed: contests:refusals.notChair',
    );
    await revokeCertificate(revocation);
    expect(await check()).toEqual({
      number: certificate.number,
      award: 'Giải Nhất',
      reason: 'Sao chép của người khác',
    });
    expect(await refusalOf(revokeCertificate(revocation))).toBe('not-now: awards:refusals.revokedAlready');
    expect(await findCertificatePaper({ number: 'CN26-0001-AAAAAAAAAA' })).toBe(null);
    expect(await db.event.count({ where: { contestId: contest.id, kind: 'certificate.revoked' } })).toBe(1);
  });
});

test('one certificate is for its holder and those who run the contest', async () => {
  const { winner, certificate, where, judges } = await published();
  const read = async (by: { id: string }) =>
    refusalOf(findOwnCertificate({ by: await actorOf(by), number: certificate.number }));
  expect(await read(winner)).toBe('taken');
  expect(await refusalOf(findOwnCertificate({ by: where.by, number: certificate.number }))).toBe('taken');
  expect(await read(await aPerson())).toBe('not-allowed: awards:refusals.notHolder');
  expect(await read({ id: judges[0]!.personId })).toBe('not-allowed: awards:refusals.notHolder');
  const { status, headers } = await get(paths.certificateFile(certificate), { as: winner });
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
});

test('all of a round are set as one file, beside the site’s other work', async () => {
  const { where } = await published();
  expect(await refusalOf(findPrintedCertificates(where))).toBe('not-found: ');
  await beginPrinting(where);
  expect(await refusalOf(beginPrinting(where))).toBe('not-now: awards:refusals.printing');
  expect(await printCertificates()).toBe(true);
  const { size } = await findPrintedCertificates(where);
  expect(size).toBeGreaterThan(10_000);
  const [printing] = await db.certificatePrinting.findMany({ orderBy: { at: 'desc' }, take: 1 });
  expect([printing!.total, printing!.done, printing!.failedAt]).toEqual([4, 4, null]);
  expect(await printCertificates()).toBe(false);
});

test('before publication there is nothing to print', async () => {
  const { where } = await anAwardedRound();
  expect(await refusalOf(beginPrinting(where))).toBe('not-now: awards:refusals.notPublished');
});
