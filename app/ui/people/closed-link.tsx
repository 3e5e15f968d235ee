import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Because } from '#app/domain/refusal.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page } from '#app/ui/layout/page.tsx';

/** A one-use link that opens nothing any more: why, and what to do instead. */
export function ClosedLink({ title, because, children }: { title: string; because: Because; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Page title={title} width="form">
      <Notice tone="warning">{t(because.key, because.values ?? {})}</Notice>
      <div className="flex flex-wrap gap-3">{children}</div>
    </Page>
  );
}
