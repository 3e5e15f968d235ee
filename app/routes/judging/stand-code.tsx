import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findStandCode } from '#app/domain/judging/find-judge-invitations.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { QrCode } from '#app/ui/controls/qr-code.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { useShell } from '#app/ui/layout/viewer.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('judging:invite.slip.title'), noindex: true };

export const loader = forOfficers(async ({ person, part }) => {
  const { contest, ...code } = await findStandCode({ slug: part('slug'), id: part('id'), by: person });
  return { contest: { slug: contest.slug, name: contest.name }, ...code };
});

export default function StandCode() {
  const { t } = useTranslation();
  const { contest, name, token, expiresAt } = useLoaderData<typeof loader>();
  const address = new URL(paths.judgeInvitation({ token }), useShell()?.origin ?? 'http://localhost').href;
  return (
    <Page
      title={t('judging:invite.slip.title')}
      lead={name ? `${name} · ${contest.name}` : contest.name}
      trail={[{ to: paths.judgeInvitations(contest), label: t('judging:invite.title') }]}
      width="form"
    >
      <section
        aria-label={t('judging:invite.slip.title')}
        className="rounded-card border-2 border-dashed border-line-strong p-6 text-center"
      >
        <QrCode text={address} label={t('judging:invite.slip.code')} className="mx-auto size-64" />
        <p className="mt-4 text-xs wrap-anywhere text-muted">{address}</p>
      </section>
      <ol className="list-decimal space-y-2 pl-6">
        <li>{t('judging:invite.slip.step1')}</li>
        <li>{t('judging:invite.slip.step2')}</li>
        <li>{t('judging:invite.slip.step3')}</li>
      </ol>
      <p className="text-muted">
        {t('judging:invite.slip.once')} <Time at={expiresAt} />.
      </p>
      <p className="not-on-paper text-muted">{t('judging:invite.slip.print')}</p>
    </Page>
  );
}
