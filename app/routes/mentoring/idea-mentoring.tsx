import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { askMentor } from '#app/domain/mentoring/ask-mentor.server.ts';
import { findTeamMentoring } from '#app/domain/mentoring/find-team-mentoring.server.ts';
import { requestForm } from '#app/domain/mentoring/mentor-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { insistOnAddress } from '#app/routes/ideas/present-address.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { AskForm } from '#app/ui/mentoring/ask-form.tsx';
import { Aspects } from '#app/ui/mentoring/aspects.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('mentoring:ask.title'), noindex: true };

export const loader = forMembers(async ({ person, part, url }) => {
  const mentoring = await findTeamMentoring({ by: person, slug: part('slug') });
  insistOnAddress(url, part('slug'), mentoring);
  return { mentoring, fields: mentoring.asking === null ? [] : await findFields() };
});

export const action = forMembers(async ({ person, part, form }) => {
  const { slug } = await askMentor({ by: person, slug: part('slug'), form: await form(requestForm) });
  return redirect(paths.ideaMentoring({ slug }));
});

const tones = { open: 'info', served: 'ok', unserved: 'warn', withdrawn: 'neutral' } as const;

export default function IdeaMentoring() {
  const { t } = useTranslation();
  const { mentoring, fields } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('mentoring:ask.title')}
      lead={t('mentoring:ask.lead')}
      width="form"
      trail={[{ to: paths.idea(mentoring), label: mentoring.title || t('ideas:untitled') }]}
    >
      {mentoring.mentorships.length > 0 && (
        <Section title={t('mentoring:ask.mentorships')}>
          <ul className="space-y-3">
            {mentoring.mentorships.map((mentorship) => (
              <Card key={mentorship.id} as="li">
                <Link to={paths.mentorship(mentorship)} className="link font-semibold wrap-anywhere">
                  {mentorship.mentor}
                </Link>
                <p className="text-sm text-muted">
                  {t('mentoring:own.since')} <Time at={mentorship.startedAt} form="date" /> ·{' '}
                  {t('mentoring:ask.sessions', { count: mentorship.sessions })}
                  {mentorship.endedAt !== null && ` · ${t('mentoring:own.past')}`}
                </p>
              </Card>
            ))}
          </ul>
        </Section>
      )}
      {mentoring.requests.length > 0 && (
        <Section title={t('mentoring:ask.requests')}>
          <ul className="space-y-3">
            {mentoring.requests.map((request) => (
              <Card key={request.id} as="li" className="space-y-3">
                <div className="flex flex-wrap items-start justify-between gap-2">
                  <p className="min-w-0 font-semibold wrap-anywhere">
                    {request.programme
                      ? t('mentoring:ask.toGroup', { programme: request.programme.name })
                      : t('mentoring:ask.toOne', { mentor: request.mentor ?? '' })}
                  </p>
                  <Badge tone={tones[request.state]}>{t(`mentoring:requestStates.${request.state}`)}</Badge>
                </div>
                <Aspects aspects={request.aspects} />
                {request.proposals.length > 0 ? (
                  <ul className="space-y-1">
                    {request.proposals.map((proposal) => (
                      <li key={proposal.id} className="flex flex-wrap items-center gap-2">
                        <Link to={paths.proposal(proposal)} className="link wrap-anywhere">
                          {proposal.mentor}
                        </Link>
                        <span className="text-sm text-muted">{t(`mentoring:proposal.states.${proposal.state}`)}</span>
                        {proposal.state === 'open' && (
                          <span className="text-sm text-muted">
                            <Time at={proposal.expiresAt} form="left" />
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                ) : (
                  request.state === 'open' && <p className="text-muted">{t('mentoring:ask.waitsForMatch')}</p>
                )}
                {request.state === 'open' && mentoring.lead && (
                  <ActButton
                    action={paths.mentorRequestWithdrawal(mentoring)}
                    label={t('mentoring:ask.takeBack')}
                    confirm={t('mentoring:ask.takeBackConfirm')}
                    confirmLabel={t('mentoring:ask.takeBack')}
                    size="sm"
                  />
                )}
              </Card>
            ))}
          </ul>
        </Section>
      )}
      {!mentoring.published && <Notice>{t('mentoring:ask.publishFirst')}</Notice>}
      {mentoring.published && !mentoring.lead && <Notice>{t('mentoring:ask.leadOnly')}</Notice>}
      {mentoring.asking !== null && <AskForm asking={mentoring.asking} fields={fields} />}
    </Page>
  );
}
