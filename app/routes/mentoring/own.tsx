import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findOwnMentoring } from '#app/domain/mentoring/find-own-mentoring.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('mentoring:own.title'), noindex: true };

export const loader = forMembers(async ({ person }) => ({ own: await findOwnMentoring({ by: person }) }));

const tones = { waiting: 'info', open: 'ok', paused: 'neutral', declined: 'danger' } as const;

export default function OwnMentoring() {
  const { t } = useTranslation();
  const { own } = useLoaderData<typeof loader>();
  const trail = [{ to: paths.mentors(), label: t('mentoring:title') }];
  if (own === null) {
    return (
      <Page title={t('mentoring:own.title')} trail={trail} width="reading">
        <EmptyState
          icon="handshake"
          title={t('mentoring:own.none')}
          action={<ButtonLink to={paths.mentorOffer()}>{t('mentoring:list.become')}</ButtonLink>}
        >
          {t('mentoring:own.noneWhy')}
        </EmptyState>
      </Page>
    );
  }
  const waiting = own.proposals.filter(({ state }) => state === 'open');
  const standing = own.mentorships.filter(({ endedAt }) => endedAt === null);
  const past = own.mentorships.filter(({ endedAt }) => endedAt !== null);
  return (
    <Page
      title={t('mentoring:own.title')}
      trail={trail}
      width="reading"
      badges={<Badge tone={tones[own.state]}>{t(`mentoring:states.${own.state}`)}</Badge>}
      actions={
        <>
          <ButtonLink to={paths.mentorOffer()} tone="secondary">
            {t('mentoring:own.edit')}
          </ButtonLink>
          {own.state === 'open' && (
            <ActButton
              action={paths.mentoringPause()}
              label={t('mentoring:own.pause')}
              confirm={t('mentoring:own.pauseConfirm')}
              confirmLabel={t('mentoring:own.pause')}
            />
          )}
          {own.state === 'paused' && (
            <ActButton action={paths.mentoringResumption()} label={t('mentoring:own.resume')} tone="primary" />
          )}
        </>
      }
    >
      {own.state === 'waiting' && <Notice>{t('mentoring:own.waiting', { unit: own.unit.name })}</Notice>}
      {own.state === 'declined' && (
        <Notice tone="warning">
          {t('mentoring:own.declined', { unit: own.unit.name, reason: own.declineReason ?? '' })}
        </Notice>
      )}
      {own.hoursPerMonth === 0 && <Notice tone="warning">{t('mentoring:own.noHours')}</Notice>}
      <Section title={t('mentoring:own.proposals')}>
        {waiting.length === 0 ? (
          <p className="text-muted">{t('mentoring:own.noProposals')}</p>
        ) : (
          <ul className="space-y-3">
            {waiting.map((proposal) => (
              <Card key={proposal.id} as="li">
                <Link to={paths.proposal(proposal)} className="link font-semibold wrap-anywhere">
                  {proposal.idea.title}
                </Link>
                <p className="text-sm text-muted">
                  {t('mentoring:proposal.answerBy')} <Time at={proposal.expiresAt} /> (
                  <Time at={proposal.expiresAt} form="left" />)
                </p>
              </Card>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('mentoring:own.teams')}>
        {standing.length === 0 ? (
          <p className="text-muted">{t('mentoring:own.noTeams')}</p>
        ) : (
          <ul className="space-y-3">
            {standing.map((mentorship) => (
              <Card key={mentorship.id} as="li">
                <Link to={paths.mentorship(mentorship)} className="link font-semibold wrap-anywhere">
                  {mentorship.idea.title}
                </Link>
                <p className="text-sm text-muted">
                  {t('mentoring:own.since')} <Time at={mentorship.startedAt} form="date" /> ·{' '}
                  {mentorship.lastSessionAt === null ? (
                    t('mentoring:own.noSession')
                  ) : (
                    <>
                      {t('mentoring:own.lastSession')} <Time at={mentorship.lastSessionAt} form="date" />
                    </>
                  )}
                </p>
              </Card>
            ))}
          </ul>
        )}
      </Section>
      {own.programmes.length > 0 && (
        <Section title={t('mentoring:own.programmes')}>
          <ul className="space-y-1">
            {own.programmes.map((programme) => (
              <li key={programme.slug}>
                <Link to={paths.programme(programme)} className="link wrap-anywhere">
                  {programme.name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t('mentoring:own.past')}>
          <ul className="space-y-1">
            {past.map((mentorship) => (
              <li key={mentorship.id}>
                <Link to={paths.mentorship(mentorship)} className="link wrap-anywhere">
                  {mentorship.idea.title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
