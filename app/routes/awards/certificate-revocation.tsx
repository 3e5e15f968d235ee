import { redirect } from '@remix-run/node';
import { revocationForm, revokeCertificate } from '#app/domain/awards/revoke-certificate.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.certificates({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  const { number: certificate, reason } = await form(revocationForm);
  await revokeCertificate({ by: person, slug, number, certificate, reason });
  return redirect(paths.certificates({ slug }, { number }));
});
