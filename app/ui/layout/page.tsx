import { Link } from '@remix-run/react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui/controls/icon.tsx';

export type Crumb = { to: string; label: ReactNode };

const widths = { reading: 'max-w-reading', form: 'max-w-form', wide: 'max-w-wide' };

/** A page of the site: where I am, what it is called, what I can do, then the rest. Gives the one h1. */
export function Page({
  title,
  lead,
  trail,
  badges,
  actions,
  width = 'wide',
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  trail?: readonly Crumb[];
  badges?: ReactNode;
  actions?: ReactNode;
  width?: keyof typeof widths;
  children?: ReactNode;
}) {
  return (
    <div className={`mx-auto w-full px-4 pt-6 sm:pt-8 ${widths[width]}`}>
      <PageTitle title={title} lead={lead} trail={trail} badges={badges} actions={actions} />
      <div className="space-y-8">{children}</div>
    </div>
  );
}

export function PageTitle({
  title,
  lead,
  trail,
  badges,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  trail?: readonly Crumb[];
  badges?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="mb-7">
      {trail && trail.length > 0 && <Trail crumbs={trail} />}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-reading flex-1 basis-80">
          <h1 className="text-3xl wrap-anywhere sm:text-4xl">{title}</h1>
          {badges && <div className="mt-3 flex flex-wrap gap-2">{badges}</div>}
          {lead && <div className="mt-3 text-lg text-muted">{lead}</div>}
        </div>
        {actions && <div className="not-on-paper flex flex-wrap items-start gap-3 sm:pt-1">{actions}</div>}
      </div>
    </div>
  );
}

export function Trail({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('site:trail')} className="mb-2">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
        {crumbs.map((crumb, index) => (
          <li key={crumb.to} className="flex min-w-0 items-center gap-1">
            <Link to={crumb.to} className="block max-w-64 truncate py-1 hover:text-ink hover:underline sm:max-w-md">
              {crumb.label}
            </Link>
            {index < crumbs.length - 1 && <Icon name="chevronRight" className="size-3.5" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A part of a page with a heading of its own. */
export function Section({
  title,
  id,
  lead,
  actions,
  level = 2,
  small = level === 3,
  children,
}: {
  title: ReactNode;
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  /** A quieter heading; its place in the order of headings is `level`. */
  small?: boolean;
  children?: ReactNode;
}) {
  const generated = useId();
  const headingId = `${id ?? generated}-h`;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} aria-labelledby={headingId} className="min-w-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          <Heading id={headingId} className={small ? 'text-lg' : 'text-2xl'}>
            {title}
          </Heading>
          {lead && <div className="text-muted">{lead}</div>}
        </div>
        {actions && <div className="not-on-paper flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** What one can do here, in reach of the thumb on a phone and in its place on a desktop. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <div className="not-on-paper flex flex-wrap items-center gap-3 max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-3">
      {children}
    </div>
  );
}
