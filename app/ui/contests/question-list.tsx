import { useTranslation } from 'react-i18next';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';

type Answered = {
  id: string;
  question: string;
  answer: string;
  answeredAt: Date | string;
  correctedAt: Date | string | null;
  earlier: readonly { question: string; answer: string; at: Date | string }[];
};

/** Questions with their answers, as everybody reads them. */
export function QuestionList({ questions }: { questions: readonly Answered[] }) {
  const { t } = useTranslation();
  return (
    <ul className="space-y-4">
      {questions.map((one) => (
        <li key={one.id} id={one.id} className="rounded-card border border-line bg-surface p-5">
          <h2 className="text-lg wrap-anywhere">{one.question}</h2>
          <div className="mt-2">
            <Written text={one.answer} />
          </div>
          <p className="mt-2 text-sm text-muted">
            {t('contests:questions.byHost')} · <Time at={one.answeredAt} />
            {one.correctedAt && (
              <>
                {' · '}
                {t('contests:questions.corrected')} <Time at={one.correctedAt} />
              </>
            )}
          </p>
          {one.earlier.length > 0 && (
            <details className="mt-3 text-sm">
              <summary className="link cursor-pointer">
                {t('contests:questions.earlier', { count: one.earlier.length })}
              </summary>
              <ul className="mt-3 space-y-4 border-l-2 border-line pl-4 text-muted">
                {one.earlier.map((before) => (
                  <li key={String(before.at)} className="wrap-anywhere">
                    <p>
                      {t('contests:questions.readFrom')} <Time at={before.at} />
                    </p>
                    {before.question !== one.question && <p className="font-semibold">{before.question}</p>}
                    <Written text={before.answer} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
