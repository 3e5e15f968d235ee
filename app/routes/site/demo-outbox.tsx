import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { readDemoOutbox } from '#app/domain/notifications/read-demo-outbox.server.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { MailText } from '#app/ui/notifications/mail-text.tsx';

export const loader = forAnyone(async ({ url }) => {
  const mails = await readDemoOutbox({ to: url.searchParams.get('den') ?? undefined });
  return mails.map(({ messageId, to, subject, text, at }) => ({ messageId, to, subject, text, at }));
});

export const handle: PageHandle<typeof loader> = { title: (t) => t('notifications:outbox.title'), noindex: true };

export default function DemoOutbox() {
  const { t } = useTranslation();
  const mails = useLoaderData<typeof loader>();
  return (
    <Page title={t('notifications:outbox.title')} lead={t('notifications:outbox.lead')} width="reading">
      {mails.length === 0 ? (
        <EmptyState icon="inbox" title={t('notifications:outbox.none')} />
      ) : (
        <ul className="space-y-4">
          {mails.map((mail) => (
            <Card as="li" key={mail.messageId}>
              <h2 className="text-lg wrap-anywhere">{mail.subject}</h2>
              <p className="mb-3 text-sm text-muted wrap-anywhere">
                {mail.to} · <Time at={mail.at} />
              </p>
              <MailText text={mail.text} />
            </Card>
          ))}
        </ul>
      )}
    </Page>
  );
}
