import { useTranslation } from 'react-i18next';
import { type IdeaStage, type IdeaState, ideaStages } from '#app/domain/ideas/idea.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button, ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice, type NoticeTone } from '#app/ui/controls/notice.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from './written.tsx';

export type Inside = {
  state: IdeaState;
  onTeam: boolean;
  lead: boolean;
  moderator: boolean;
  invited: number;
  draft: { savedAt: Date; changed: boolean } | null;
  waiting: { id: string; at: Date; number: number } | null;
  decision: { kind: 'PUBLISHED' | 'RETURNED' | 'DECLINED'; reason: string; note: string | null; at: Date } | null;
  withdrawal: { at: Date; reason: string | null; byStaff: boolean } | null;
  may: { edit: boolean; submit: boolean; recall: boolean; withdraw: boolean; changeStage: boolean; invite: boolean };
};

type Shown = { slug: string; stage: IdeaStage; published: boolean };

const tones: Record<IdeaState, NoticeTone> = {
  DRAFT: 'info',
  SUBMITTED: 'info',
  RETURNED: 'warning',
  PUBLISHED: 'success',
  DECLINED: 'danger',
  WITHDRAWN: 'warning',
};

/** What team and staff see above an idea: where it stands, and what to do next. */
export function InsideBanner({ idea, inside }: { idea: Shown; inside: Inside }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('ideas:inside.label')} className="not-on-paper space-y-4">
      <Notice tone={tones[inside.state]} title={<Headline inside={inside} />}>
        <Words idea={idea} inside={inside} />
        {inside.onTeam && inside.invited > 0 && (
          <p className="mt-1">{t('ideas:inside.invited', { count: inside.invited })}</p>
        )}
      </Notice>
      <div className="flex flex-wrap gap-3">
        {inside.waiting && inside.moderator && !inside.onTeam && (
          <ButtonLink to={paths.submissionReview(inside.waiting)} icon="shield">
            {t('ideas:inside.review')}
          </ButtonLink>
        )}
        {inside.may.edit && (
          <ButtonLink to={paths.ideaDraft(idea)} icon="edit">
            {inside.state === 'DRAFT' ? t('ideas:inside.write') : t('ideas:inside.edit')}
          </ButtonLink>
        )}
        {inside.may.submit && inside.draft?.changed && (
          <ButtonLink to={paths.ideaPreview(idea)} tone="secondary" icon="eye">
            {t('ideas:inside.preview')}
          </ButtonLink>
        )}
        {inside.may.recall && (
          <ActButton action={paths.submissionRecall(idea)} label={t('ideas:inside.recall')} icon="history" />
        )}
        <ButtonLink to={paths.ideaTeam(idea)} tone="secondary" icon="users">
          {t('ideas:inside.team')}
        </ButtonLink>
        {inside.onTeam && idea.published && (
          <>
            <ButtonLink to={paths.ideaMentoring(idea)} tone="secondary" icon="handshake">
              {t('mentoring:title')}
            </ButtonLink>
            <ButtonLink to={paths.ideaSupport(idea)} tone="secondary" icon="building">
              {t('sponsorship:support.title')}
            </ButtonLink>
          </>
        )}
        {(inside.waiting || inside.decision || inside.state === 'WITHDRAWN') && (
          <ButtonLink to={paths.ideaVersions(idea)} tone="secondary" icon="history">
            {t('ideas:inside.versions')}
          </ButtonLink>
        )}
        {(inside.may.changeStage || inside.may.withdraw) && (
          <details className="group">
            <summary className={buttonLook('quiet')}>
              {t('ideas:inside.more')}
              <Icon name="chevronDown" className="size-4" />
            </summary>
            <div className="mt-2 w-72 max-w-full space-y-4 rounded-field border border-line bg-surface p-4 shadow-card">
              {inside.may.changeStage && (
                <Form id="stage" action={paths.ideaStage(idea)} className="space-y-3">
                  <Select
                    name="stage"
                    label={t('ideas:inside.changeStage')}
                    options={ideaStages.map((stage) => ({ value: stage, label: t(`ideas:stages.${stage}`) }))}
                    defaultValue={idea.stage}
                  />
                  <Button size="sm" tone="secondary">
                    {t('ideas:inside.saveStage')}
                  </Button>
                </Form>
              )}
              {inside.may.withdraw && (
                <ButtonLink to={paths.ideaWithdrawal(idea)} tone="secondary" size="sm" icon="trash">
                  {t('ideas:inside.withdraw')}
                </ButtonLink>
              )}
            </div>
          </details>
        )}
      </div>
    </section>
  );
}

function Headline({ inside }: { inside: Inside }) {
  const { t } = useTranslation();
  switch (inside.state) {
    case 'DRAFT':
      return t('ideas:inside.draftTitle');
    case 'SUBMITTED':
      return t('ideas:inside.waitingTitle');
    case 'RETURNED':
      return t('ideas:inside.returnedTitle');
    case 'DECLINED':
      return t('ideas:inside.declinedTitle');
    case 'PUBLISHED':
      return t('ideas:inside.publishedTitle');
    case 'WITHDRAWN':
      return t('ideas:inside.withdrawnTitle');
  }
}

function Words({ idea, inside }: { idea: Shown; inside: Inside }) {
  const { t } = useTranslation();
  const { state, decision, withdrawal, waiting, draft } = inside;
  if (state === 'DRAFT') return <p>{t('ideas:inside.draft')}</p>;
  if (state === 'SUBMITTED') {
    return (
      <>
        {waiting && (
          <p>
            {t('moderation:review.sentBy')} <Time at={waiting.at} />.{' '}
            {inside.may.recall ? t('ideas:inside.waiting') : t('ideas:inside.waitingStaff')}
          </p>
        )}
        {idea.published && <p>{t('ideas:inside.renewing')}</p>}
      </>
    );
  }
  if (state === 'WITHDRAWN') {
    return (
      <>
        <p>{withdrawal?.byStaff ? t('ideas:inside.withdrawnByStaff') : t('ideas:inside.withdrawn')}</p>
        {withdrawal?.reason && <Written text={t('ideas:inside.reason', { reason: withdrawal.reason })} />}
      </>
    );
  }
  return (
    <>
      {decision && decision.kind !== 'PUBLISHED' && (
        <>
          <p>{t('ideas:inside.reason', { reason: t(`moderation:decision.reasons.${decision.reason}`) })}</p>
          {decision.note && <Written text={decision.note} />}
        </>
      )}
      {state === 'PUBLISHED' && <p>{draft?.changed ? t('ideas:inside.changed') : t('ideas:inside.published')}</p>}
    </>
  );
}
