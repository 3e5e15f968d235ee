import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedProgramme } from '#app/domain/mentoring/find-managed-programme.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { MatchPlanView } from '#app/ui/mentoring/match-plan-view.tsx';
import { PhaseBadge } from '#app/ui/mentoring/programme-card.tsx';

export const handle: PageHandle<typeof loader> = { title: (_, { programme }) => programme.name };

export const loader = forStaff(async ({ person, part }) => findManagedProgramme({ by: person, slug: part('slug') }));

export default function ManagedProgramme() {
  const { t } = useTranslation();
  const { programme, mentors, requests, plan } = useLoaderData<typeof loader>();
  const running = programme.phase !== 'ended';
  return (
    <Page
      title={programme.name}
      lead={programme.unit.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedMentoring(), label: t('mentoring:staff.title') },
      ]}
      badges={<PhaseBadge phase={programme.phase} />}
      actions={
        <>
          <ButtonLink to={paths.programme(programme)} tone="secondary" icon="eye">
            {t('mentoring:programme.view')}
          </ButtonLink>
          {running && (
            <ActButton
              action={paths.programmeEnding(programme)}
              label={t('mentoring:programme.end')}
              confirm={t('mentoring:programme.endConfirm')}
              confirmLabel={t('mentoring:programme.end')}
              tone="danger"
            />
          )}
        </>
      }
    >
      <p className="text-muted">
        {t('mentoring:programme.window')}: <Time at={programme.opensAt} /> – <Time at={programme.closesAt} />.{' '}
        {t('mentoring:programme.acceptWithin', { count: programme.daysToAccept })}
      </p>
      <Section id="ghep" title={t('mentoring:plan.title')} lead={t('mentoring:plan.lead')}>
        <div className="space-y-4">
          {plan !== null && <MatchPlanView plan={plan} programme={programme} running={running} />}
          {running && (
            <ActButton
              action={paths.matchPlan(programme)}
              label={t(plan === null ? 'mentoring:plan.make' : 'mentoring:plan.again')}
              tone={plan === null || plan.appliedAt !== null ? 'primary' : 'secondary'}
            />
          )}
        </div>
      </Section>
      <Section title={t('mentoring:programme.requests')}>
        <Table
          caption={t('mentoring:programme.requests')}
          captionHidden
          cards
          rows={requests}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="spark" title={t('mentoring:programme.noRequests')} />}
          columns={[
            {
              key: 'idea',
              label: t('mentoring:programme.idea'),
              heading: true,
              wide: true,
              cell: ({ idea }) => (
                <Link to={paths.idea(idea)} className="link wrap-anywhere">
                  {idea.title}
                </Link>
              ),
            },
            {
              key: 'state',
              label: t('mentoring:programme.state'),
              cell: ({ state }) => (
                <Badge tone={state === 'served' ? 'ok' : state === 'open' ? 'info' : 'neutral'}>
                  {t(`mentoring:requestStates.${state}`)}
                </Badge>
              ),
            },
            {
              key: 'proposals',
              label: t('mentoring:programme.proposals'),
              cell: ({ proposals }) =>
                proposals.length === 0 ? (
                  '–'
                ) : (
                  <ul className="space-y-1">
                    {proposals.map((proposal) => (
                      <li key={proposal.id} className="wrap-anywhere">
                        {proposal.mentor} · {t(`mentoring:proposal.states.${proposal.state}`)}
                        {proposal.state === 'open' && (
                          <>
                            {' '}
                            (<Time at={proposal.expiresAt} form="left" />)
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('mentoring:programme.mentors')}>
        {mentors.length === 0 ? (
          <EmptyState icon="users" title={t('mentoring:programme.noMentors')} />
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {mentors.map((mentor) => (
              <li key={mentor.id} className="flex flex-wrap justify-between gap-3 px-4 py-3">
                <span className="min-w-0 wrap-anywhere">
                  {mentor.name}
                  {mentor.pausedAt !== null && <span className="text-muted"> ({t('mentoring:programme.paused')})</span>}
                </span>
                <span className="text-muted">
                  {t('mentoring:staff.capacity', {
                    teams: mentor.teams,
                    capacity: mentor.capacity,
                    hours: mentor.hoursPerMonth,
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
