import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Section } from '#app/ui/layout/page.tsx';
import { type Outcome, useOutcomeWords } from './outcome-words.ts';

export type Winner = {
  number: number;
  title: string;
  ideaSlug: string | null;
  names: string[];
  unnamed: number;
  unit: string | null;
  division: string;
  outcome: Outcome & { overridden: boolean };
  before: Outcome | null;
};

/** Winners as people would print them: award by award, best first; a prize nobody was given says so. */
export function Winners({
  awards,
  winners,
}: {
  awards: readonly { name: string; places: number | null }[];
  winners: readonly Winner[];
}) {
  const { t } = useTranslation();
  const words = useOutcomeWords(awards, { last: true });
  const divisions = [...new Set(winners.map(({ division }) => division))];
  return (
    <Section title={t('awards:winners.title')}>
      <ol className="space-y-5">
        {awards.map((award, at) => {
          const own = winners.filter(({ outcome }) => outcome.award === at + 1);
          return (
            <li key={award.name}>
              <h3 className="flex items-center gap-2 text-lg">
                <Icon name="trophy" className="size-5 text-joy-strong" />
                {own.length === 0 ? t('awards:winners.empty', { name: award.name }) : award.name}
              </h3>
              {own.length > 0 && (
                <ul className="mt-1.5 divide-y divide-line rounded-card border border-line bg-surface">
                  {own.map((winner) => (
                    <li key={winner.number} className="px-4 py-3">
                      {winner.ideaSlug === null ? (
                        <span className="font-semibold">{winner.title}</span>
                      ) : (
                        <Link to={paths.idea({ slug: winner.ideaSlug })} className="link font-semibold">
                          {winner.title}
                        </Link>
                      )}{' '}
                      <span className="whitespace-nowrap text-muted">
                        ({t('results:entryNumber', { number: winner.number })})
                      </span>
                      <span className="block text-sm text-muted">
                        {[
                          ...winner.names,
                          ...(winner.unnamed > 0 ? [t('results:unnamed', { count: winner.unnamed })] : []),
                        ].join(', ')}
                        {winner.unit && ` · ${winner.unit}`}
                        {divisions.length > 1 && ` · ${winner.division}`}
                      </span>
                      {winner.outcome.overridden && (
                        <span className="block text-sm">
                          {t('awards:winners.chair', { result: words.byRules(winner.outcome) })}
                        </span>
                      )}
                      {winner.before !== null && (
                        <span className="block text-sm">
                          {t('awards:winners.changed', { result: words.result(winner.before) })}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
