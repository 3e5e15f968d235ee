import { useTranslation } from 'react-i18next';
import type { ContestRules } from '#app/domain/contests/contest-rules.ts';
import { type RoundInRules, rulesInWords } from '#app/domain/contests/rules-in-words.ts';
import { AwardsInRules } from '#app/ui/awards/awards-in-rules.tsx';
import { useBecause } from '#app/ui/controls/form.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Written } from '#app/ui/ideas/written.tsx';

/** The rules as sentences a sixteen-year-old understands, then what the organiser added in their own. */
export function RulesText({
  rules,
  host,
  rounds,
  divisions,
  fields = [],
  level = 2,
}: {
  rules: ContestRules;
  host: string;
  rounds: readonly RoundInRules[];
  divisions?: readonly { slug: string; name: string }[];
  fields?: readonly { id: string; nameVi: string; nameEn: string }[];
  level?: 2 | 3;
}) {
  const { t } = useTranslation();
  const say = useBecause();
  const fieldName = useFieldName();
  const names = new Map(fields.map((field) => [field.id, fieldName(field)]));
  const Heading = level === 2 ? 'h2' : 'h3';
  const look = level === 2 ? 'mb-2 text-2xl' : 'mb-1 text-lg';
  return (
    <div className="space-y-7">
      {rulesInWords(rules, { host, rounds, divisions, fields: names }).map((section) => (
        <section key={section.title.key}>
          <Heading className={look}>{say(section.title)}</Heading>
          <ul className="list-disc space-y-1.5 pl-5">
            {section.lines.map((line) => (
              <li key={`${line.key}-${JSON.stringify(line.values ?? {})}`}>{say(line)}</li>
            ))}
          </ul>
        </section>
      ))}
      {(rules.awards.length > 0 || rules.ties.length > 0) && (
        <section>
          <Heading className={look}>{t('awards:inRules.title')}</Heading>
          <AwardsInRules rules={rules} divisions={divisions} />
        </section>
      )}
      {rules.prizes.trim() !== '' && (
        <section>
          <Heading className={look}>{t('contests:page.prizes')}</Heading>
          <Written text={rules.prizes} />
        </section>
      )}
      {rules.more.trim() !== '' && (
        <section>
          <Heading className={look}>{t('contests:rules.more')}</Heading>
          <Written text={rules.more} />
        </section>
      )}
    </div>
  );
}
