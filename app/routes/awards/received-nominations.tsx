import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findReceivedNominations } from '#app/domain/awards/find-received-nominations.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { NominationBadge } from '#app/ui/awards/nomination-badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('awards:nominations.received') };

export const loader = forOfficers(async ({ person }) => ({
  nominations: await findReceivedNominations({ by: person }),
}));

export default function ReceivedNominations() {
  const { t } = useTranslation();
  const { nominations } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('awards:nominations.received')}
      lead={t('awards:nominations.receivedLead')}
      width="reading"
      trail={[{ to: paths.administration(), label: t('admin:title') }]}
    >
      {nominations.length === 0 ? (
        <EmptyState icon="inbox" title={t('awards:nominations.receivedNone')}>
          {t('awards:nominations.receivedNoneWhy')}
        </EmptyState>
      ) : (
        <ul className="space-y-3">
          {nominations.map((one) => (
            <Card key={one.id} as="li">
              <div className="flex flex-wrap items-start justify-between gap-2">
                <Link to={paths.nomination(one)} className="link text-lg font-semibold">
                  {one.title}
                </Link>
                <NominationBadge state={one.accepted ? 'accepted' : 'sent'} />
              </div>
              <p className="mt-1 text-muted">
                {t('awards:nominations.from')} {one.from} · {one.contest}
              </p>
              <p className="text-sm text-muted">
                {one.to} · <Time at={one.since} form="ago" />
              </p>
            </Card>
          ))}
        </ul>
      )}
    </Page>
  );
}
