import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findAppealsWaiting } from '#app/domain/awards/find-appeals-waiting.server.ts';
import { findNominationsWaiting } from '#app/domain/awards/find-nominations-waiting.server.ts';
import { findContestsWaiting, findMyEntries } from '#app/domain/contests/find-contests-waiting.server.ts';
import { findOwnEntryInvitations } from '#app/domain/contests/find-own-entry-invitations.server.ts';
import { findLeadOffersWaiting } from '#app/domain/ideas/find-lead-offer.server.ts';
import { findMyIdeas } from '#app/domain/ideas/find-my-ideas.server.ts';
import { findDesk } from '#app/domain/judging/find-desk.server.ts';
import { findJudgeInvitationsWaiting } from '#app/domain/judging/find-judge-invitations-waiting.server.ts';
import { findMentoringWaiting } from '#app/domain/mentoring/find-mentoring-waiting.server.ts';
import { findQueue } from '#app/domain/moderation/find-queue.server.ts';
import { isModerator } from '#app/domain/moderation/moderation-access.ts';
import { isStaff } from '#app/domain/people/actor.ts';
import { endOfDay } from '#app/domain/people/day.ts';
import { findConsents } from '#app/domain/people/find-consents.server.ts';
import { findRolesEnding } from '#app/domain/people/find-roles-ending.server.ts';
import { findSavedSearches } from '#app/domain/sponsorship/find-saved-searches.server.ts';
import { findSupportWaiting } from '#app/domain/sponsorship/find-support-waiting.server.ts';
import { findOwnMemberships } from '#app/domain/units/find-own-memberships.server.ts';
import { findStaffUnits } from '#app/domain/units/find-staff-units.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { MyEntries } from '#app/ui/people/my-entries.tsx';
import { MyIdeas } from '#app/ui/people/my-ideas.tsx';
import { OwnTabs } from '#app/ui/people/own-tabs.tsx';
import { soonestFirst, type Waiting } from '#app/ui/people/waiting.ts';
import { WaitingRow } from '#app/ui/people/waiting-row.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:mine.title') };

const supportKinds = {
  answer: 'answerSupport',
  confirm: 'confirmPledge',
  pledge: 'makePledge',
  deliver: 'deliverPledge',
} as const;

/** Every noun is asked what waits for this person; what has a deadline comes first, then what has waited longest. */
export const loader = forMembers(async ({ person }) => {
  const [
    memberships,
    consents,
    mine,
    desk,
    units,
    queue,
    mentoring,
    support,
    contests,
    leadOffers,
    ending,
    entries,
    searches,
    appeals,
    nominations,
    seats,
    entering,
  ] = await Promise.all([
    findOwnMemberships({ by: person }),
    findConsents({ by: person }),
    findMyIdeas({ by: person }),
    findDesk({ by: person }),
    isStaff(person) ? findStaffUnits({ by: person }) : [],
    isModerator(person) ? findQueue({ by: person }) : null,
    findMentoringWaiting({ by: person }),
    findSupportWaiting({ by: person }),
    findContestsWaiting({ by: person }),
    findLeadOffersWaiting({ by: person }),
    findRolesEnding({ by: person }),
    findMyEntries({ by: person }),
    findSavedSearches({ by: person }),
    findAppealsWaiting({ by: person }),
    findNominationsWaiting({ by: person }),
    findJudgeInvitationsWaiting({ by: person }),
    findOwnEntryInvitations({ by: person }),
  ]);
  const waiting: Waiting[] = [
    ...desk
      .filter((round) => round.left > 0)
      .map((round) => ({
        kind: 'sheets' as const,
        title: `${round.contest.name} – ${round.name}`,
        count: round.left,
        minutes: round.minutesLeft,
        to: paths.desk(),
        due: round.closesAt,
        since: null,
      })),
    ...mentoring.proposals.map((proposal) => ({
      kind: 'proposal' as const,
      title: proposal.title,
      to: paths.proposal(proposal),
      due: proposal.due,
      since: null,
    })),
    ...support.map((one) => ({
      kind: supportKinds[one.what],
      title: one.title,
      to: paths.offer({ id: one.offerId }),
      due: one.due === null ? null : endOfDay(one.due),
      since: one.since,
    })),
    ...contests.rounds.map((round) => ({
      kind: 'closeRound' as const,
      title: `${round.contest} – ${round.name}`,
      to: paths.managedRound(round, round),
      due: null,
      since: round.closesAt,
    })),
    ...appeals.toDecide.map((round) => ({
      kind: 'decideAppeals' as const,
      title: `${round.contest} – ${round.name}`,
      count: round.count,
      to: paths.appeals(round, round),
      due: null,
      since: round.oldest,
    })),
    ...appeals.decided.map((one) => ({
      kind: 'appealDecided' as const,
      title: one.contest,
      to: paths.ownAppeal(one, { number: one.entry }),
      due: null,
      since: one.at,
    })),
    ...nominations.asked.map((one) => ({
      kind: 'nominationAsked' as const,
      title: one.contest,
      to: paths.entry(one, { number: one.entry }),
      due: null,
      since: one.at,
    })),
    ...(nominations.received.count > 0
      ? [
          {
            kind: 'packages' as const,
            count: nominations.received.count,
            to: paths.receivedNominations(),
            due: null,
            since: nominations.received.oldest,
          },
        ]
      : []),
    ...contests.newer.map((entry) => ({
      kind: 'newerVersion' as const,
      title: `${entry.title} – ${entry.contest}`,
      to: paths.entry(entry, entry),
      due: entry.closesAt,
      since: null,
    })),
    ...contests.questions.map((one) => ({
      kind: 'answerQuestions' as const,
      title: one.contest,
      count: one.count,
      to: paths.managedQuestions(one),
      due: null,
      since: one.since,
    })),
    ...leadOffers.map((offer) => ({
      kind: 'leadOffer' as const,
      title: offer.title,
      to: paths.leadOffer(offer),
      due: null,
      since: offer.at,
    })),
    ...ending.map((role) => ({
      kind: 'roleEnds' as const,
      role: role.kind,
      title: role.where,
      to: paths.account(),
      due: role.until,
      since: null,
    })),
    ...(mentoring.offers.count > 0
      ? [
          {
            kind: 'mentorOffers' as const,
            count: mentoring.offers.count,
            to: paths.managedMentoring(),
            due: null,
            since: mentoring.offers.oldest,
          },
        ]
      : []),
    ...seats.offered.map((seat) => ({
      kind: 'judgeInvitation' as const,
      title: seat.contest,
      to: paths.judgeInvitation(seat),
      due: seat.due,
      since: null,
    })),
    ...seats.toConfirm.map((contest) => ({
      kind: 'judgesToConfirm' as const,
      title: contest.name,
      count: contest.count,
      to: paths.judgeInvitations(contest),
      due: null,
      since: contest.since,
    })),
    ...entering.offered.map((one) => ({
      kind: 'entryInvitation' as const,
      title: `${one.title} – ${one.contest}`,
      to: paths.entryInvitation(one),
      due: one.due,
      since: null,
    })),
    ...entering.prepared.map((one) => ({
      kind: 'entryPrepared' as const,
      title: `${one.title} – ${one.contest}`,
      to: paths.entryInvitation(one),
      due: one.due,
      since: null,
    })),
    ...mine.invitations.map((one) => ({
      kind: 'invitation' as const,
      title: one.title,
      to: paths.teamInvitation(one),
      due: null,
      since: one.at,
    })),
    ...mine.ideas.flatMap((idea) =>
      idea.state === 'RETURNED' || (idea.state === 'DRAFT' && idea.lead)
        ? [
            {
              kind: idea.state === 'RETURNED' ? ('returned' as const) : ('draft' as const),
              title: idea.title,
              to: idea.state === 'RETURNED' ? paths.idea(idea) : paths.ideaDraft(idea),
              due: null,
              since: idea.changedAt,
            },
          ]
        : [],
    ),
    ...(queue !== null && queue.total > 0
      ? [
          {
            kind: 'moderation' as const,
            count: queue.total,
            to: paths.moderation(),
            due: null,
            since: queue.rows[0]?.at ?? null,
          },
        ]
      : []),
    ...units
      .filter((unit) => unit.claims > 0)
      .map((unit) => ({
        kind: 'claims' as const,
        title: unit.name,
        count: unit.claims,
        to: paths.unitMembers(unit),
        due: null,
        since: unit.oldestClaim,
      })),
    ...memberships
      .filter(({ state }, index) => state === 'declined' && index === 0)
      .map((one) => ({
        kind: 'declined' as const,
        title: one.unit.name,
        to: paths.membership(),
        due: null,
        since: one.since,
      })),
  ];
  const asked = consents.purposes.flatMap(({ guardian }) => guardian ?? []);
  const answered = (state: string) => asked.find((one) => one.state === state);
  const first: Waiting[] = [
    ...((person.asleep ?? []).length > 0
      ? [{ kind: 'secondFactor' as const, to: paths.secondFactor(), due: null, since: null }]
      : []),
    ...(person.termsDue ? [{ kind: 'terms' as const, to: paths.newTerms(), due: null, since: null }] : []),
  ];
  const wanting: Waiting[] = [
    ...(consents.needsGuardian && answered('asked') !== undefined
      ? [
          {
            kind: 'guardianAnswer' as const,
            title: answered('asked')!.name,
            to: paths.consent(),
            due: null,
            since: answered('asked')!.askedAt,
          },
        ]
      : []),
    ...(consents.needsGuardian && (answered('refused') ?? answered('expired')) !== undefined
      ? [{ kind: 'guardianRefused' as const, to: paths.consent(), due: null, since: null }]
      : []),
    ...(memberships.some(({ state }) => state === 'confirmed' || state === 'claimed')
      ? []
      : [{ kind: 'noUnit' as const, to: paths.membership(), due: null, since: null }]),
    ...(consents.needsGuardian &&
    consents.purposes.some(({ purpose, guardian }) => purpose === 'PUBLISH_NAME' && guardian === null)
      ? [{ kind: 'noGuardian' as const, to: paths.consent(), due: null, since: null }]
      : []),
  ];
  return {
    waiting: [...first, ...waiting.toSorted(soonestFirst), ...wanting],
    ideas: mine.ideas,
    entries,
    searches: searches.slice(0, 12).map(({ id, name, query }) => ({ id, name, query })),
    name: person.fullName,
  };
});

export default function Mine() {
  const { t } = useTranslation();
  const { waiting, ideas, entries, searches, name } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('people:mine.title')}
      lead={t('people:mine.hello', { name })}
      width="reading"
      actions={
        <ButtonLink to={paths.newIdea()} icon="plus">
          {t('site:nav.newIdea')}
        </ButtonLink>
      }
    >
      <OwnTabs />
      <Section title={t('people:mine.waiting')}>
        {waiting.length === 0 ? (
          <EmptyState icon="check" title={t('people:mine.nothing')}>
            {t('people:mine.nothingWhy')}
          </EmptyState>
        ) : (
          <ul className="space-y-3">
            {waiting.map((one) => (
              <WaitingRow key={`${one.kind}-${one.to}-${one.title ?? ''}`} waiting={one} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('people:mine.ideas')}>
        <MyIdeas ideas={ideas} />
      </Section>
      {entries.length > 0 && (
        <Section title={t('people:mine.entries')}>
          <MyEntries entries={entries} />
        </Section>
      )}
      {searches.length > 0 && (
        <Section title={t('people:mine.searches')}>
          <ul className="flex flex-wrap gap-2">
            {searches.map((search) => (
              <li key={search.id}>
                <ButtonLink to={`${paths.ideas()}?${search.query}`} tone="secondary" size="sm" icon="bookmark">
                  {search.name}
                </ButtonLink>
              </li>
            ))}
          </ul>
          <p className="mt-3">
            <Link to={paths.savedSearches()} className="link">
              {t('people:mine.allSearches')}
            </Link>
          </p>
        </Section>
      )}
    </Page>
  );
}
