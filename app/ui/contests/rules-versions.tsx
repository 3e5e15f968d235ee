import { useTranslation } from 'react-i18next';
import type { Because } from '#app/domain/refusal.ts';
import { useBecause } from '#app/ui/controls/form.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Section } from '#app/ui/layout/page.tsx';

type Version = {
  number: number;
  hash: string;
  at: Date | string;
  reason: string | null;
  letter: string | null;
  difference: { removed: Because[]; added: Because[] } | null;
};

/** Every change of frozen rules: what it took out and put in, why, by which letter, and its hash. */
export function RulesVersions({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation();
  const changes = versions.filter(({ difference }) => difference !== null);
  if (changes.length === 0) return null;
  return (
    <Section title={t('contests:rules.versionsTitle', { count: changes.length })}>
      <ol className="space-y-5">
        {changes.map((version) => (
          <li key={version.number} className="rounded-card border border-line bg-surface p-5">
            <p className="font-semibold">
              {t('contests:rules.version', { number: version.number })} · <Time at={version.at} />
            </p>
            <p className="mt-1">
              {version.reason}
              {version.letter && (
                <span className="text-muted">
                  {' '}
                  ({t('contests:rules.letter')}: {version.letter})
                </span>
              )}
            </p>
            <Lines title={t('contests:rules.removed')} lines={version.difference!.removed} removed />
            <Lines title={t('contests:rules.added')} lines={version.difference!.added} />
            {version.difference!.removed.length + version.difference!.added.length === 0 && (
              <p className="mt-2 text-muted">{t('contests:rules.wordsOnly')}</p>
            )}
            <p className="mt-3 font-mono text-xs break-all text-muted" translate="no">
              SHA-256: {version.hash}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Lines({ title, lines, removed = false }: { title: string; lines: readonly Because[]; removed?: boolean }) {
  const say = useBecause();
  if (lines.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="text-sm font-semibold text-muted">{title}</p>
      <ul className="list-disc space-y-1 pl-5">
        {lines.map((line) => {
          const said = say(line);
          return <li key={said}>{removed ? <del>{said}</del> : <ins className="no-underline">{said}</ins>}</li>;
        })}
      </ul>
    </div>
  );
}
