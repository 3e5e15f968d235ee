import { findOwnCertificate } from '#app/domain/awards/find-certificates.server.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { certificateText } from '#app/ui/papers/certificate-words.ts';
import { writeCertificates } from '#app/ui/papers/certificates.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

/** One certificate as PDF, for its holder and for those who run the contest. */
export const loader = forMembers(async ({ person, part, url }) => {
  const facts = await findOwnCertificate({ by: person, number: part('number').toUpperCase() });
  const bytes = await writeCertificates([certificateText(facts, { t: i18nFor('vi').t, origin: url.origin })]);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${facts.number}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
});
