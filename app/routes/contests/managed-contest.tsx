import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { Contradictions } from '#app/ui/contests/contradictions.tsx';
import { FrozenMark } from '#app/ui/contests/frozen-mark.tsx';
import { ManagedContestTabs } from '#app/ui/contests/managed-contest-tabs.tsx';
import { PhaseBadge } from '#app/ui/contests/phase-badge.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Tile } from '#app/ui/controls/tile.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (_, data) => data.contest.name };

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
}));

export default function ManagedContest() {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  const entries = contest.divisions.reduce((sum, division) => sum + division.entries, 0);
  return (
    <Page
      title={contest.name}
      lead={contest.host.name}
      badges={<PhaseBadge phase={contest.phase} />}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('organising:managed.title') },
      ]}
      actions={
        contest.openedAt ? (
          <>
            <ButtonLink to={paths.contest(contest)} tone="secondary" icon="eye">
              {t('organising:managed.publicPage')}
            </ButtonLink>
            {contest.may.clone && (
              <ButtonLink to={paths.newContest({ tu: contest.slug })} tone="quiet" icon="plus">
                {t('organising:cloning.open')}
              </ButtonLink>
            )}
          </>
        ) : undefined
      }
    >
      <ManagedContestTabs contest={contest} />
      {contest.state === 'DRAFT' && <Opening />}
      {contest.contradictions.length > 0 && contest.state !== 'PUBLISHED' && contest.state !== 'CANCELLED' && (
        <Section title={t('organising:contradictions.title')} level={3}>
          <Contradictions contest={contest} contradictions={contest.contradictions} />
        </Section>
      )}
      {contest.phase === 'suspended' && (
        <Notice tone="warning" title={t('contests:postponing.suspended')}>
          <p>{t('organising:postponing.standsStillLead')}</p>
          {contest.may.cancel && (
            <p className="mt-3">
              <ButtonLink to={paths.postponement(contest)} size="sm" icon="calendar">
                {t('organising:postponing.resume')}
              </ButtonLink>
            </p>
          )}
        </Notice>
      )}
      {contest.may.amend && contest.phase !== 'suspended' && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span>
            {t('contests:when.closes')}: <Time at={contest.closesAt} />
          </span>
          <ButtonLink to={paths.extension(contest)} tone="secondary" size="sm" icon="calendar">
            {t('organising:extending.open')}
          </ButtonLink>
          {contest.may.cancel && (
            <ButtonLink to={paths.postponement(contest)} tone="quiet" size="sm" icon="clock">
              {t('organising:postponing.open')}
            </ButtonLink>
          )}
        </p>
      )}
      {contest.may.closeEntries && (
        <Notice tone="info" title={t('organising:closing.title')}>
          <p className="mb-3">{t('organising:closing.meaning')}</p>
          <ActButton action={paths.contestClosing(contest)} label={t('organising:closing.send')} />
        </Notice>
      )}
      <div className="grid grid-cols-3 gap-2 sm:gap-4">
        <Tile label={t('organising:managed.entries')} value={entries} to={paths.managedEntries(contest)} />
        <Tile label={t('contests:seats.JUDGE')} value={contest.panel.judges} to={paths.panel(contest)} />
        <Tile
          label={t('organising:managed.divisions')}
          value={contest.divisions.length}
          to={paths.divisions(contest)}
        />
      </div>
      <Section
        title={t('contests:page.rounds')}
        actions={
          contest.may.prepare ? (
            <ButtonLink to={paths.newRound(contest)} tone="secondary" size="sm" icon="plus">
              {t('organising:managed.newRound')}
            </ButtonLink>
          ) : undefined
        }
      >
        <ul className="grid gap-4 sm:grid-cols-2">
          {contest.rounds.map((round) => (
            <li key={round.number} className="rounded-card border border-line bg-surface p-4">
              <p className="flex flex-wrap items-center gap-2 text-lg font-semibold">
                <Link to={paths.managedRound(contest, round)} className="link">
                  {round.name}
                </Link>
                <Badge>{t(`contests:roundStates.${round.state}`)}</Badge>
              </p>
              <p className="text-sm text-muted">
                {t('contests:page.reviews', { count: round.reviewsPerEntry })} · {t(`contests:methods.${round.method}`)}
              </p>
              <p className="text-sm text-muted">
                {t('organising:fields.marksDue')}: <Time at={round.closesAt} />
              </p>
            </li>
          ))}
        </ul>
      </Section>
      {contest.frozen && <FrozenMark contest={contest} frozen={contest.frozen} />}
      {contest.acts.length > 0 && (
        <Section title={t('organising:managed.acts')} level={3}>
          <ul className="divide-y divide-line text-sm">
            {contest.acts.map((act) => (
              <li key={`${act.to}-${act.at}`} className="py-2">
                <span className="font-semibold">{t(`organising:acts.${act.to}`)}</span> · <Time at={act.at} />
                {act.by && ` · ${act.by}`}
                {act.reason && <span className="block text-muted">{act.reason}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {contest.may.cancel && (
        <details>
          <summary className={buttonLook('quiet', 'sm')}>{t('organising:cancelling.open')}</summary>
          <div className="mt-3 max-w-form">
            <Form action={paths.contestCancellation(contest)}>
              <p>{t('organising:cancelling.meaning')}</p>
              <TextArea name="reason" label={t('organising:cancelling.reason')} rows={3} max={2000} required />
              <FormActions>
                <Button tone="danger">{t('organising:cancelling.send')}</Button>
              </FormActions>
            </Form>
          </div>
        </details>
      )}
    </Page>
  );
}

/** To the page on which something missing is put right. */
function MendLink({ reason }: { reason: string }) {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  const page = {
    'organising:missing.closesInPast': paths.contestSettings,
    'organising:missing.closesBeforeOpens': paths.contestSettings,
    'organising:missing.division': paths.divisions,
    'organising:missing.round': paths.newRound,
    'organising:missing.chair': paths.panel,
  }[reason];
  if (page === undefined || !contest.may.prepare) return null;
  return (
    <Link to={page(contest)} className="link">
      {t('organising:contradictions.mend')}
    </Link>
  );
}

/** What is still missing before the opening, then the opening itself. */
function Opening() {
  const { t } = useTranslation();
  const say = useBecause();
  const { contest } = useLoaderData<typeof loader>();
  const ready = contest.missing.length === 0;
  return (
    <section className="rounded-card border border-line bg-surface p-5" aria-labelledby="opening">
      <h2 id="opening" className="text-xl">
        {t(ready ? 'organising:opening.ready' : 'organising:opening.notReady')}
      </h2>
      {ready ? (
        <p className="mt-1 text-muted">{t('organising:opening.meaning')}</p>
      ) : (
        <ul className="mt-2 space-y-1.5">
          {contest.missing.map((reason) => (
            <li key={`${reason.key}-${JSON.stringify(reason.values ?? {})}`} className="flex gap-2">
              <Icon name="warning" className="mt-1 size-4.5 text-warn-ink" />
              <span>
                {say(reason)} <MendLink reason={reason.key} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {ready && contest.may.open && (
        <div className="mt-4">
          <ActButton
            action={paths.contestOpening(contest)}
            label={t('organising:opening.send')}
            tone="primary"
            icon="lock"
            confirm={t('organising:opening.confirm')}
            confirmLabel={t('organising:opening.send')}
          />
        </div>
      )}
      {contest.may.prepare && (
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <ButtonLink to={paths.rehearsal(contest)} tone="secondary" icon="clock">
            {t('judging:rehearsal.open')}
          </ButtonLink>
          <span className="text-sm text-muted">{t('judging:rehearsal.meaning')}</span>
        </p>
      )}
      {ready && !contest.may.open && <p className="mt-2 text-muted">{t('contests:refusals.notOrganiser')}</p>}
    </section>
  );
}
