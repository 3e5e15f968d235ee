import { findPrintedCertificates } from '#app/domain/awards/find-certificates.server.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

/** All certificates of a round as one PDF. */
export const loader = forOfficers(async ({ person, part }) => {
  const file = await findPrintedCertificates({ slug: part('slug'), number: numberIn(part('number')), by: person });
  return new Response(file.body, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(file.size),
      'content-disposition': `attachment; filename="giay-chung-nhan-${part('slug')}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
});
