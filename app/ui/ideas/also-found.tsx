import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/controls/icon.tsx';

export type AlsoFoundRows = {
  units: { slug: string; label: string; formerly: string | null }[];
  contests: { slug: string; name: string; phase: string }[];
  mentors: { id: string; name: string; about: string }[];
};

/** What the same words find besides ideas: a few lines, each with a picture of its kind. */
export function AlsoFound({ found }: { found: AlsoFoundRows }) {
  const { t } = useTranslation();
  const rows: { key: string; icon: 'trophy' | 'building' | 'users'; to: string; name: string; told: ReactNode }[] = [
    ...found.contests.map(({ slug, name, phase }) => ({
      key: `contest-${slug}`,
      icon: 'trophy' as const,
      to: paths.contest({ slug }),
      name,
      told: t(`site:contestPhases.${phase}`),
    })),
    ...found.units.map(({ slug, label, formerly }) => ({
      key: `unit-${slug}`,
      icon: 'building' as const,
      to: paths.unit({ slug }),
      name: label,
      told: formerly === null ? t('search:also.unit') : t('units:finder.formerly', { name: formerly }),
    })),
    ...found.mentors.map(({ id, name }) => ({
      key: `mentor-${id}`,
      icon: 'users' as const,
      to: `${paths.mentors()}#${id}`,
      name,
      told: t('search:also.mentor'),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('search:also.title')} className="not-on-paper rounded-card border border-line bg-surface">
      <h2 className="px-4 pt-3 text-sm font-semibold text-muted">{t('search:also.title')}</h2>
      <ul className="divide-y divide-line">
        {rows.map(({ key, icon, to, name, told }) => (
          <li key={key}>
            <Link to={to} className="flex min-h-12 items-center gap-3 px-4 py-2 hover:text-action-ink">
              <Icon name={icon} className="size-5 shrink-0 text-muted" />
              <span className="min-w-0 flex-1 leading-snug wrap-anywhere">
                <span className="font-semibold">{name}</span>
                <span className="block text-sm text-muted">{told}</span>
              </span>
              <Icon name="chevronRight" className="size-4 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
