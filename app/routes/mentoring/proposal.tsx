import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findProposal } from '#app/domain/mentoring/find-proposal.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { Aspects } from '#app/ui/mentoring/aspects.tsx';
import { FitReasons } from '#app/ui/mentoring/fit-reasons.tsx';
import { WeakCriteria } from '#app/ui/mentoring/weak-criteria.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('mentoring:proposal.title'), noindex: true };

export const loader = forMembers(async ({ person, part }) => ({
  proposal: await findProposal({ by: person, id: part('id') }),
}));

const tones = { open: 'info', accepted: 'ok', declined: 'neutral', lapsed: 'neutral' } as const;

export default function Proposal() {
  const { t } = useTranslation();
  const { proposal } = useLoaderData<typeof loader>();
  const { side, state, idea, mentor, need } = proposal;
  const answers = state === 'open' && side !== 'member';
  const otherAccepted = side === 'mentor' ? proposal.teamAcceptedAt !== null : proposal.mentorAcceptedAt !== null;
  return (
    <Page
      title={t('mentoring:proposal.title')}
      width="reading"
      trail={[
        side === 'mentor'
          ? { to: paths.ownMentoring(), label: t('mentoring:own.title') }
          : { to: paths.ideaMentoring(idea), label: t('mentoring:ask.title') },
      ]}
      badges={<Badge tone={tones[state]}>{t(`mentoring:proposal.states.${state}`)}</Badge>}
    >
      {state === 'open' && (
        <p>
          {t('mentoring:proposal.answerBy')} <Time at={proposal.expiresAt} /> (
          <Time at={proposal.expiresAt} form="left" />)
        </p>
      )}
      {proposal.declinedBySide !== null && (
        <Notice>
          {t(`mentoring:proposal.declinedBy.${proposal.declinedBySide}`, { reason: proposal.declineReason ?? '' })}
        </Notice>
      )}
      {proposal.mentorshipId !== null && (
        <ButtonLink to={paths.mentorship({ id: proposal.mentorshipId })} icon="arrowRight">
          {t('mentoring:proposal.toMentorship')}
        </ButtonLink>
      )}
      <Section title={t('mentoring:proposal.forIdea')}>
        <p className="text-lg font-semibold">
          <Link to={paths.idea(idea)} className="link wrap-anywhere">
            {idea.title}
          </Link>
        </p>
        <p className="wrap-anywhere">{idea.abstract}</p>
      </Section>
      <Section title={t('mentoring:proposal.need')}>
        <div className="space-y-4">
          <Aspects aspects={need.aspects} />
          <div>
            <h3 className="text-lg">{t('mentoring:proposal.note')}</h3>
            <p className="as-typed wrap-anywhere">{need.note}</p>
          </div>
          {need.weak.length > 0 && <WeakCriteria weak={need.weak} />}
        </div>
      </Section>
      <Section title={t('mentoring:proposal.mentor')}>
        <p className="font-semibold wrap-anywhere">{mentor.name}</p>
        <p className="as-typed wrap-anywhere">{mentor.about}</p>
        <p className="text-muted">{t('mentoring:proposal.hours', { count: mentor.hoursPerMonth })}</p>
      </Section>
      {proposal.reasons.length > 0 && (
        <Section title={t('mentoring:proposal.why')}>
          <FitReasons reasons={proposal.reasons} />
        </Section>
      )}
      {state === 'open' && side === 'member' && <Notice>{t('mentoring:proposal.leadAnswers')}</Notice>}
      {answers && (
        <div className="space-y-4">
          {proposal.accepted && <Notice tone="success">{t('mentoring:proposal.accepted')}</Notice>}
          {!proposal.accepted && otherAccepted && <Notice>{t('mentoring:proposal.otherAccepted')}</Notice>}
          <p>{t(side === 'mentor' ? 'mentoring:proposal.mentorPromise' : 'mentoring:proposal.teamPromise')}</p>
          <p className="text-muted">
            {t(proposal.programme ? 'mentoring:proposal.passesOn' : 'mentoring:proposal.endsHere')}
          </p>
          <div className="flex flex-wrap items-start gap-3">
            {!proposal.accepted && (
              <ActButton
                action={paths.proposalAcceptance(proposal)}
                label={t('mentoring:proposal.accept')}
                tone="primary"
                icon="check"
              />
            )}
            <ReasonForm
              id="decline"
              action={paths.proposalDecline(proposal)}
              label={t('mentoring:proposal.decline')}
              reasonLabel={t('mentoring:proposal.reason')}
              send={t('mentoring:proposal.decline')}
            />
          </div>
        </div>
      )}
    </Page>
  );
}
