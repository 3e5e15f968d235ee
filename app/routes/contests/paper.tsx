import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findCertificatePaper } from '#app/domain/awards/find-certificate-paper.server.ts';
import { findPaper } from '#app/domain/contests/find-paper.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { CertificateCheck } from '#app/ui/awards/certificate-check.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('contests:paper.title'), noindex: true };

export const loader = forAnyone(async ({ part }) => {
  const certificate = await findCertificatePaper({ number: part('number') });
  return { certificate, paper: certificate === null ? await findPaper({ number: part('number') }) : null };
});

/** One glance: valid, withdrawn, revoked, or no such paper. A receipt says nothing personal; a certificate only what its holder agreed to. */
export default function Paper() {
  const { t } = useTranslation();
  const { paper, certificate } = useLoaderData<typeof loader>();
  if (certificate !== null) {
    return (
      <Page title={t('contests:paper.title')} width="form">
        <CertificateCheck certificate={certificate} />
        <ButtonLink to={paths.paperFinding()} tone="secondary">
          {t('contests:paper.another')}
        </ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={t('contests:paper.title')} width="form">
      {paper === null ? (
        <Notice tone="danger" title={t('contests:paper.unknown')}>
          {t('contests:paper.unknownWhy')}
        </Notice>
      ) : paper.withdrawnAt ? (
        <Notice tone="warning" title={t('contests:paper.withdrawn')}>
          <Time at={paper.withdrawnAt} />
        </Notice>
      ) : (
        <Notice tone="success" title={t('contests:paper.valid')}>
          {t('contests:paper.validMeaning')}
        </Notice>
      )}
      {paper && (
        <DefinitionList
          items={[
            { label: t('contests:paper.number'), value: <span translate="no">{paper.receipt}</span> },
            {
              label: t('contests:paper.contest'),
              value: (
                <Link to={paths.contest(paper.contest)} className="link">
                  {paper.contest.name}
                </Link>
              ),
            },
            { label: t('contests:paper.host'), value: paper.contest.host },
            { label: t('contests:entry.division'), value: paper.division.name },
            { label: t('contests:paper.entry'), value: t('contests:entry.number', { number: paper.number }) },
            { label: t('contests:entry.enteredAt'), value: <Time at={paper.enteredAt} /> },
            { label: t('contests:entry.changedAt'), value: paper.changedAt ? <Time at={paper.changedAt} /> : null },
          ]}
        />
      )}
      <ButtonLink to={paths.paperFinding()} tone="secondary">
        {t('contests:paper.another')}
      </ButtonLink>
    </Page>
  );
}
