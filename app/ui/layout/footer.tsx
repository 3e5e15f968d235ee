import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { LogoMark } from './logo.tsx';
import { useShell } from './viewer.ts';

export function Footer() {
  const { t } = useTranslation();
  const shell = useShell();
  const links = [
    { to: paths.about(), label: t('site:nav.about') },
    { to: paths.businessRegistration(), label: t('site:footer.forBusinesses') },
    { to: paths.mentorOffer(), label: t('site:footer.become') },
    { to: paths.apiGuide(), label: t('site:footer.openData') },
    { to: paths.privacy(), label: t('site:nav.privacy') },
    { to: paths.terms(), label: t('site:nav.terms') },
    ...(shell?.demo ? [{ to: paths.demoOutbox(), label: t('site:nav.demoOutbox') }] : []),
  ];
  return (
    <footer className="not-on-paper mt-auto border-t border-line bg-surface">
      <div className="mx-auto flex max-w-wide flex-wrap items-start justify-between gap-x-10 gap-y-5 px-4 py-8">
        <div className="flex max-w-md gap-3">
          <LogoMark className="mt-1 size-8" />
          <div>
            <p className="font-semibold">Ý Hay</p>
            <p className="text-sm text-muted">{t('site:footer.what')}</p>
            {shell?.demo && <p className="mt-2 text-sm font-semibold text-warn-ink">{t('site:footer.demo')}</p>}
          </div>
        </div>
        <nav aria-label={t('site:footer.label')}>
          <ul className="flex flex-wrap gap-x-6">
            {links.map((link) => (
              <li key={link.to}>
                <Link to={link.to} className="inline-flex min-h-11 items-center text-sm hover:underline">
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
