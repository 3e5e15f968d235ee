import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { AnnouncementList } from '#app/ui/contests/announcement-list.tsx';
import { CalendarLine } from '#app/ui/contests/calendar-line.tsx';
import { CalendarLinks } from '#app/ui/contests/calendar-links.tsx';
import { FrozenMark } from '#app/ui/contests/frozen-mark.tsx';
import { PhaseBadge } from '#app/ui/contests/phase-badge.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { BottomBar, Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (_, data) => data.contest.name,
  description: (_, data) => data.contest.summary.slice(0, 200),
};

export const loader = forReaders(async ({ part, person, url }) => ({
  contest: insistOn(await findContest({ slug: part('slug'), by: person })),
  signedIn: person !== null,
  origin: url.origin,
}));

export default function Contest() {
  const { t } = useTranslation();
  const { contest, origin } = useLoaderData<typeof loader>();
  const { mine, postponed } = contest;
  const over = contest.phase === 'published' || contest.phase === 'cancelled';
  return (
    <Page
      title={contest.name}
      lead={
        <Link to={paths.unit(contest.host)} className="hover:underline">
          {contest.host.name}
        </Link>
      }
      trail={[{ to: paths.contests(), label: t('contests:list.title') }]}
      badges={
        <>
          <PhaseBadge phase={contest.phase} />
          {contest.hidesTeams && <Badge icon="lock">{t('contests:page.blind')}</Badge>}
        </>
      }
      actions={
        mine.runs ? (
          <ButtonLink to={paths.managedContest(contest)} tone="secondary" icon="settings">
            {t('contests:page.manage')}
          </ButtonLink>
        ) : undefined
      }
    >
      {contest.cancelled && (
        <Notice tone="danger" title={t('contests:page.cancelled')}>
          <p>
            {contest.cancelled.reason} (<Time at={contest.cancelled.at} />)
          </p>
        </Notice>
      )}
      {postponed && contest.phase !== 'cancelled' && contest.phase !== 'published' && (
        <Notice
          tone="warning"
          title={
            postponed.days === null
              ? t('contests:postponing.suspended')
              : t('contests:postponing.by', { count: postponed.days })
          }
        >
          <p>
            {postponed.reason} ({t('contests:rules.letter')}: {postponed.letter}; <Time at={postponed.at} />)
          </p>
          {postponed.days === null && <p className="mt-2">{t('contests:postponing.suspendedMeaning')}</p>}
        </Notice>
      )}
      {contest.phase !== 'cancelled' && (
        <section aria-label={t('contests:stops.label')} className="rounded-card border border-line bg-surface p-5">
          <CalendarLine stops={contest.calendar} />
          {contest.frozen && !over && contest.phase !== 'suspended' && (
            <CalendarLinks contest={contest} origin={origin} />
          )}
        </section>
      )}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 max-w-reading space-y-8">
          <WhatNow />
          {contest.news.length > 0 && (
            <Section
              title={t('contests:announcements.title')}
              actions={
                contest.announced > contest.news.length ? (
                  <Link to={paths.announcements(contest)} className="link">
                    {t('contests:announcements.all', { count: contest.announced })}
                  </Link>
                ) : undefined
              }
            >
              <AnnouncementList announcements={contest.news} level={3} />
            </Section>
          )}
          {contest.summary && (
            <Section title={t('contests:page.about')}>
              <Written text={contest.summary} />
            </Section>
          )}
          {contest.rules.prizes.trim() !== '' && (
            <Section title={t('contests:page.prizes')}>
              <Written text={contest.rules.prizes} />
            </Section>
          )}
          <Section title={t('contests:page.rounds')}>
            <ol className="space-y-3">
              {contest.rounds.map((round) => (
                <li key={round.number} className="rounded-card border border-line bg-surface p-4">
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {round.name}
                    <Badge>{t(`contests:roundStates.${round.state}`)}</Badge>
                  </p>
                  <p className="text-sm text-muted">
                    {t('contests:page.reviews', { count: round.reviewsPerEntry })} ·{' '}
                    {t(`contests:methods.${round.method}`)} ·{' '}
                    {t(round.blind ? 'contests:page.roundBlind' : 'contests:page.roundOpen')}
                  </p>
                </li>
              ))}
            </ol>
          </Section>
        </div>
        <aside className="min-w-0 space-y-6">
          <Section title={t('contests:page.rulesTitle')} level={3}>
            <div className="space-y-3">
              <ButtonLink to={paths.contestRules(contest)} tone="secondary" wide icon="file">
                {t('contests:page.readRules')}
              </ButtonLink>
              {contest.frozen && <FrozenMark contest={contest} frozen={contest.frozen} />}
            </div>
          </Section>
          {contest.frozen && (
            <Section title={t('contests:questions.title')} level={3}>
              <div className="space-y-3">
                <p className="text-sm text-muted">
                  {contest.questions === 0
                    ? t('contests:questions.none')
                    : t('contests:questions.count', { count: contest.questions })}
                </p>
                <ButtonLink to={paths.questions(contest)} tone="secondary" wide icon="chat">
                  {t(over ? 'contests:questions.read' : 'contests:questions.readAndAsk')}
                </ButtonLink>
                {!over && !mine.runs && !mine.judges && (
                  <>
                    <ActButton
                      action={mine.follows ? paths.contestFollowEnding(contest) : paths.contestFollow(contest)}
                      label={t(mine.follows ? 'contests:following.end' : 'contests:following.send')}
                      tone={mine.follows ? 'quiet' : 'secondary'}
                      icon="bell"
                      wide
                    />
                    <p className="text-sm text-muted">{t('contests:following.meaning')}</p>
                  </>
                )}
              </div>
            </Section>
          )}
          <Section title={t('contests:page.divisions')} level={3}>
            <ul className="divide-y divide-line">
              {contest.divisions.map((division) => (
                <li key={division.slug} className="flex justify-between gap-4 py-2">
                  <span>{division.name}</span>
                  <span className="figures text-muted">{t('contests:entriesCount', { count: division.entries })}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Panel />
        </aside>
      </div>
      {mayEnter(contest) && (
        <div className="sm:hidden">
          <BottomBar>
            <ButtonLink to={paths.newEntry(contest)} tone="joy" icon="send" wide>
              {t('contests:page.enter')}
            </ButtonLink>
          </BottomBar>
        </div>
      )}
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['contest'];

/** Strangers are led by way of signing in; judges never enter what they judge. */
function mayEnter({ phase, mine }: Shown): boolean {
  return phase === 'open' && !mine.judges && mine.entries.every(({ withdrawn }) => withdrawn);
}

/** What this visitor can do here at this moment, and what comes next. */
function WhatNow() {
  const { t } = useTranslation();
  const { contest, signedIn } = useLoaderData<typeof loader>();
  const { mine, phase } = contest;
  return (
    <Section title={t('contests:page.now')}>
      <div className="space-y-3">
        {mine.entries.length > 0 && (
          <ul className="space-y-2">
            {mine.entries.map((entry) => (
              <li
                key={entry.number}
                className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface px-4 py-3"
              >
                <Icon name="file" className="size-5 text-muted" />
                <Link to={paths.entry(contest, entry)} className="link min-w-0 flex-1 font-semibold">
                  {t('contests:page.myEntry', { number: entry.number })}: {entry.title}
                </Link>
                {entry.withdrawn && <Badge tone="warn">{t('contests:entry.withdrawn')}</Badge>}
              </li>
            ))}
          </ul>
        )}
        <p>{t(`contests:now.${phase}`)}</p>
        {phase === 'open' && (
          <p className="text-muted">
            {t('contests:when.closes')} <Time at={contest.closesAt} /> (<Time at={contest.closesAt} form="left" />)
            {!signedIn && `. ${t('contests:page.signInToEnter')}`}
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          {mayEnter(contest) && (
            <ButtonLink to={paths.newEntry(contest)} tone="joy" icon="send" className="max-sm:hidden">
              {t('contests:page.enter')}
            </ButtonLink>
          )}
          {mine.judges && (
            <ButtonLink to={paths.desk()} icon="clipboard">
              {t('contests:page.toDesk')}
            </ButtonLink>
          )}
          {contest.publishedRounds.length > 0 && (
            <ButtonLink to={paths.results(contest)} tone="joy" icon="trophy">
              {t('contests:page.results')}
            </ButtonLink>
          )}
        </div>
      </div>
    </Section>
  );
}

function Panel() {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  if (contest.panel.length === 0) return null;
  const named = contest.panel.filter(({ name }) => name !== null);
  const unnamed = contest.panel.length - named.length;
  return (
    <Section title={t('contests:page.panel')} level={3}>
      <ul className="space-y-1.5">
        {named.map((seat) => (
          <li key={`${seat.kind}-${seat.name}`}>
            {seat.name} <span className="text-sm text-muted">({t(`contests:seats.${seat.kind}`)})</span>
          </li>
        ))}
      </ul>
      {unnamed > 0 && (
        <p className="mt-1 text-sm text-muted">
          <Num value={unnamed} /> {t('contests:page.unnamedSeats')}
        </p>
      )}
    </Section>
  );
}
