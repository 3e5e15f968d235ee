import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { type Waiting, waitingIcons } from './waiting.ts';

/** The whole row is the way there: what to do, with what, and how long is left. */
export function WaitingRow({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const { kind, role, title, count, minutes, to, due, since } = waiting;
  return (
    <li>
      <Link
        to={to}
        className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 rounded-card border border-line bg-surface p-4 hover:border-action-ink sm:grid-cols-[auto_minmax(0,1fr)_auto]"
      >
        <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-action-soft text-action-ink">
          <Icon name={waitingIcons[kind]} />
        </span>
        <span className="min-w-0">
          <span className="block font-semibold">
            {t(`people:waiting.${kind}`, { count: count ?? 1, role: role ? t(`site:roles.${role}`) : '' })}
          </span>
          {title !== undefined && (
            <span className="block wrap-anywhere text-muted">{title || t('people:waiting.untitled')}</span>
          )}
          {minutes !== undefined && minutes > 0 && (
            <span className="block text-sm text-muted">{t('people:waiting.minutes', { count: minutes })}</span>
          )}
        </span>
        <span className="text-sm text-muted max-sm:col-start-2 max-sm:mt-1 sm:text-right">
          {due ? (
            <>
              <span className="font-semibold text-ink sm:block">
                <Time at={due} form="left" />
              </span>{' '}
              <Time at={due} />
            </>
          ) : (
            since && <Time at={since} form="ago" />
          )}
        </span>
      </Link>
    </li>
  );
}
