import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type IdeaStage, ideaStages } from '#app/domain/ideas/idea.ts';
import { paths } from '#app/paths.ts';
import { Time } from '#app/ui/controls/time.tsx';

export type Moment =
  | { kind: 'published'; at: Date }
  | { kind: 'renewed'; at: Date; number: number }
  | { kind: 'stage'; at: Date; stage: IdeaStage }
  | { kind: 'entered'; at: Date; contest: { slug: string; name: string } };

/** How far an idea has come, as a line of five stages, and what happened on the way. */
export function LifeLine({ stage, moments }: { stage: IdeaStage; moments: readonly Moment[] }) {
  const { t } = useTranslation();
  const present = ideaStages.indexOf(stage);
  return (
    <div className="space-y-4">
      <ol aria-label={t('ideas:page.lifeLabel')} className="flex flex-col gap-0 sm:flex-row">
        {ideaStages.map((one, index) => {
          const reached = index <= present;
          return (
            <li
              key={one}
              aria-current={index === present ? 'step' : undefined}
              className="flex min-w-0 flex-1 items-center gap-3 sm:flex-col sm:items-start sm:gap-1.5"
            >
              <span aria-hidden="true" className="flex items-center self-stretch max-sm:flex-col sm:w-full">
                <span
                  className={`size-4 shrink-0 rounded-full border-2 ${
                    index === present
                      ? 'border-action bg-joy'
                      : reached
                        ? 'border-action bg-action'
                        : 'border-line-strong bg-surface'
                  }`}
                />
                {index < ideaStages.length - 1 && (
                  <span
                    className={`max-sm:min-h-5 max-sm:w-0.5 max-sm:flex-1 sm:h-0.5 sm:flex-1 ${
                      index < present ? 'bg-action' : 'bg-line'
                    }`}
                  />
                )}
              </span>
              <span
                className={`text-sm max-sm:pb-4 ${index === present ? 'font-semibold' : reached ? '' : 'text-muted'}`}
              >
                {t(`ideas:stages.${one}`)}
                {index < present && <span className="sr-only"> ({t('ideas:page.reached')})</span>}
                {index === present && <span className="sr-only"> ({t('ideas:page.present')})</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {moments.length > 0 && (
        <ul className="space-y-1 text-sm">
          {moments.map((moment) => (
            <li key={`${moment.kind}-${new Date(moment.at).getTime()}`} className="flex flex-wrap gap-x-2">
              <span className="figures text-muted">
                <Time at={moment.at} form="date" />
              </span>
              <MomentWords moment={moment} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function MomentWords({ moment }: { moment: Moment }) {
  const { t } = useTranslation();
  switch (moment.kind) {
    case 'published':
      return <span>{t('ideas:page.moments.published')}</span>;
    case 'renewed':
      return <span>{t('ideas:page.moments.renewed', { number: moment.number })}</span>;
    case 'stage':
      return <span>{t('ideas:page.moments.stage', { stage: t(`ideas:stages.${moment.stage}`) })}</span>;
    case 'entered':
      return (
        <span>
          {t('ideas:page.moments.entered')}{' '}
          <Link to={paths.contest(moment.contest)} className="link">
            {moment.contest.name}
          </Link>
        </span>
      );
  }
}
