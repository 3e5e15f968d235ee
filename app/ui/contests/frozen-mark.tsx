import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Time } from '#app/ui/controls/time.tsx';

/** Since when the rules are frozen, and the hash anybody can hold the very text against. */
export function FrozenMark({ contest, frozen }: { contest: { slug: string }; frozen: { hash: string; at: Date } }) {
  const { t } = useTranslation();
  return (
    <div className="rounded-card border border-line bg-surface p-4 text-sm">
      <p className="flex items-center gap-2 font-semibold">
        <Icon name="lock" className="size-4.5 text-muted" />
        {t('contests:frozen.title')}
      </p>
      <p className="mt-1 text-muted">
        {t('contests:frozen.since')} <Time at={frozen.at} />. {t('contests:frozen.meaning')}
      </p>
      <p className="mt-2 font-mono text-xs break-all" translate="no">
        SHA-256: {frozen.hash}
      </p>
      <p className="mt-1">
        <Link to={paths.rulesDocument(contest)} reloadDocument className="link">
          {t('contests:frozen.document')}
        </Link>
      </p>
    </div>
  );
}
