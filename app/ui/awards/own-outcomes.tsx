import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Section } from '#app/ui/layout/page.tsx';
import { useOutcomeWords } from './outcome-words.ts';

type Round = {
  round: { number: number; name: string };
  /** The contest has no round after it. */
  last: boolean;
  awards: readonly { name: string }[];
  outside: boolean;
  editions: readonly { edition: number; at: Date | string; passed: boolean; award: number | null }[];
};

/** What came of an entry, round by round; where an appeal changed it both stand, each with its day. */
export function OwnOutcomes({ rounds }: { rounds: readonly Round[] }) {
  const { t } = useTranslation();
  if (rounds.length === 0) return null;
  return (
    <Section title={t('awards:staged.tab')}>
      <ul className="space-y-3">
        {rounds.map((one) => (
          <OwnRound key={one.round.number} {...one} />
        ))}
      </ul>
    </Section>
  );
}

function OwnRound({ round, last, awards, editions, outside }: Round) {
  const { t } = useTranslation();
  const words = useOutcomeWords(awards, { last });
  const inForce = editions.at(-1)!.edition;
  return (
    <li>
      <p className="font-semibold">{round.name}</p>
      {outside && <p className="text-muted">{t('awards:staged.outside')}</p>}
      <ol className="mt-1 space-y-1">
        {editions.map((one) => (
          <li key={one.edition} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Badge tone={one.edition === inForce && one.award !== null ? 'joy' : 'neutral'}>
              {words.result({ ...one, because: outside ? ['outside'] : [] })}
            </Badge>
            <span className="text-sm text-muted">
              {t(one.edition === 1 ? 'awards:appeal.first' : 'awards:appeal.changed')} <Time at={one.at} />
            </span>
          </li>
        ))}
      </ol>
    </li>
  );
}
