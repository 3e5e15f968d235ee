import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Happening } from '#app/domain/audit/audit.ts';
import { paths } from '#app/paths.ts';

/** What an event was about, each leading to its page. */
export function HappeningWords({
  happening,
  personTo,
}: {
  happening: Pick<Happening, 'person' | 'unit' | 'idea' | 'contest' | 'entry'>;
  personTo: (id: string) => string;
}) {
  const { t } = useTranslation();
  const { person, unit, idea, contest, entry } = happening;
  const parts: [string, ReactNode][] = [];
  const link = (to: string, words: string) => (
    <Link to={to} className="link wrap-anywhere">
      {words}
    </Link>
  );
  if (person) parts.push(['person', link(personTo(person.id), person.name)]);
  if (idea) parts.push(['idea', link(paths.idea(idea), idea.title)]);
  if (entry !== null) parts.push(['entry', t('admin:audit.entry', { number: entry })]);
  if (contest) parts.push(['contest', link(paths.managedContest(contest), contest.name)]);
  if (unit) parts.push(['unit', link(paths.managedUnit(unit), unit.name)]);
  if (parts.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul>
      {parts.map(([key, part]) => (
        <li key={key}>{part}</li>
      ))}
    </ul>
  );
}
