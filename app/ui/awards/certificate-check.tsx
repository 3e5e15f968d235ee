import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { revokedByAppeal } from '#app/domain/awards/certificate.ts';
import { paths } from '#app/paths.ts';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';

type Certificate = {
  number: string;
  issuedAt: Date | string;
  revoked: { at: Date | string; reason: string } | null;
  /** Null where the holder may not be named. */
  name: string | null;
  award: string;
  division: string;
  entry: number;
  contest: { slug: string; name: string; host: string };
};

/** Whether a certificate holds, at one glance; below, what it says. */
export function CertificateCheck({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation();
  const { revoked, contest } = certificate;
  return (
    <>
      {revoked === null ? (
        <Notice tone="success" title={t('awards:check.valid')} />
      ) : (
        <Notice tone="danger" title={t('awards:check.revoked')}>
          <p>
            {t('awards:check.revokedAt')}: <Time at={revoked.at} />
          </p>
          <p>
            {t('awards:check.revokedWhy')}:{' '}
            {revoked.reason === revokedByAppeal ? t('awards:check.revokedByAppeal') : revoked.reason}
          </p>
        </Notice>
      )}
      <DefinitionList
        items={[
          { label: t('awards:certificates.number'), value: <span translate="no">{certificate.number}</span> },
          { label: t('awards:check.person'), value: certificate.name ?? t('awards:check.unnamed') },
          { label: t('awards:check.award'), value: certificate.award },
          {
            label: t('awards:check.contest'),
            value: (
              <Link to={paths.contest(contest)} className="link">
                {contest.name}
              </Link>
            ),
          },
          { label: t('contests:paper.host'), value: contest.host },
          { label: t('contests:entry.division'), value: certificate.division },
          { label: t('awards:check.entry'), value: t('contests:entry.number', { number: certificate.entry }) },
          { label: t('awards:check.issued'), value: <Time at={certificate.issuedAt} /> },
        ]}
      />
    </>
  );
}
