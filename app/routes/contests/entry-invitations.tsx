import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type EntryProgress, entryStates } from '#app/domain/contests/entry-invitation.ts';
import { findEntryInvitations } from '#app/domain/contests/find-entry-invitations.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs, useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Tabs } from '#app/ui/controls/tabs.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:teams.invitations')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part, url }) => {
  const progress = entryStates.find((state) => state === url.searchParams.get('loai')) ?? null;
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('trang') ?? '1', 10) || 1));
  return { progress, page, ...(await findEntryInvitations({ slug: part('slug'), by: person, progress, page })) };
});

const tones: Record<EntryProgress, BadgeTone> = {
  entered: 'ok',
  accepted: 'info',
  open: 'neutral',
  declined: 'warn',
  expired: 'warn',
  withdrawn: 'warn',
};

export default function EntryInvitations() {
  const { t } = useTranslation();
  const { contest, open, counts, progress, invitations, page, pages, total } = useLoaderData<typeof loader>();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const bring = open ? (
    <ButtonLink to={paths.teamsImport(contest)} icon="upload">
      {t('organising:teams.title')}
    </ButtonLink>
  ) : undefined;
  return (
    <Page
      title={t('organising:teams.invitations')}
      lead={t('organising:teams.invitationsLead')}
      trail={useManagedTrail(contest, { to: paths.managedEntries(contest), label: t('organising:managed.entries') })}
      actions={all > 0 ? bring : undefined}
    >
      <ManagedContestTabs contest={contest} />
      {all > 0 && (
        <Tabs
          label={t('organising:teams.state')}
          items={[
            {
              to: paths.entryInvitations(contest),
              label: t('contests:list.all'),
              count: all,
              current: progress === null,
            },
            ...entryStates
              .filter((state) => counts[state] > 0 || state === progress)
              .map((state) => ({
                to: paths.entryInvitations(contest, { loai: state }),
                label: t(`organising:teams.states.${state}`),
                count: counts[state],
                current: progress === state,
              })),
          ]}
        />
      )}
      {total === 0 ? (
        <EmptyState icon="mail" title={t('organising:teams.none')} action={all === 0 ? bring : undefined}>
          {t(open ? 'organising:teams.noneWhy' : 'organising:teams.notNow')}
        </EmptyState>
      ) : (
        <Table
          caption={t('organising:teams.invitations')}
          captionHidden
          cards
          rows={invitations}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'title',
              label: t('organising:teams.names.title'),
              heading: true,
              cell: (one) => (
                <>
                  {one.entry === null ? (
                    one.title
                  ) : (
                    <Link to={paths.entry(contest, { number: one.entry })} className="link">
                      {one.title}
                    </Link>
                  )}
                  {one.teamName && <span className="block font-normal text-muted">{one.teamName}</span>}
                </>
              ),
            },
            {
              key: 'lead',
              label: t('organising:teams.names.lead'),
              cell: (one) => (
                <>
                  {one.lead || '–'}
                  <span className="block wrap-anywhere text-muted">{one.email}</span>
                </>
              ),
            },
            {
              key: 'place',
              label: t('organising:teams.place'),
              cell: (one) => (
                <>
                  {one.unit ?? '–'}
                  <span className="block text-sm text-muted">{one.division}</span>
                </>
              ),
            },
            {
              key: 'state',
              label: t('organising:teams.state'),
              cell: (one) => (
                <>
                  <Badge tone={tones[one.state]}>{t(`organising:teams.states.${one.state}`)}</Badge>
                  <span className="block text-sm text-muted">
                    {one.acceptedAt ? <Time at={one.acceptedAt} /> : <Time at={one.sentAt} />}
                  </span>
                </>
              ),
            },
            {
              key: 'acts',
              label: t('organising:teams.acts'),
              cell: (one) =>
                open && (one.state === 'open' || one.state === 'expired') ? (
                  <div className="flex flex-wrap gap-2">
                    <ActButton
                      action={paths.entryInvitationResending(contest, one)}
                      label={t('organising:teams.resend')}
                      describe={t('organising:teams.actOn', { act: t('organising:teams.resend'), title: one.title })}
                    />
                    {one.state === 'open' && (
                      <ActButton
                        action={paths.entryInvitationWithdrawal(contest, one)}
                        label={t('organising:teams.withdraw')}
                        describe={t('organising:teams.actOn', {
                          act: t('organising:teams.withdraw'),
                          title: one.title,
                        })}
                        confirm={t('organising:teams.withdrawMeaning')}
                        confirmLabel={t('organising:teams.withdraw')}
                      />
                    )}
                  </div>
                ) : null,
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
