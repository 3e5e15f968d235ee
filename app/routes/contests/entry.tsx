import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findCertificatesOf } from '#app/domain/awards/find-certificates.server.ts';
import { findOwnNominations } from '#app/domain/awards/find-own-nominations.server.ts';
import { findOwnOutcomes } from '#app/domain/awards/find-own-outcomes.server.ts';
import { longestAnswer } from '#app/domain/contests/entry-answers.ts';
import { findEntry } from '#app/domain/contests/find-entry.server.ts';
import { findEntryFeedback } from '#app/domain/judging/find-entry-feedback.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers, insistOn } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { NominationAsked } from '#app/ui/awards/nomination-asked.tsx';
import { OwnOutcomes } from '#app/ui/awards/own-outcomes.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { IdeaBrief } from '#app/ui/ideas/idea-brief.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { Feedback } from '#app/ui/judging/feedback.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('contests:entry.windowTitle', { number: data.entry.number, contest: data.entry.contest.name }),
  noindex: true,
};

export const loader = forMembers(async ({ part, person }) => {
  const entry = insistOn(await findEntry({ slug: part('slug'), number: numberIn(part('number')), by: person }));
  if (!entry.onTeam) return { entry, feedback: [], certificates: [], outcomes: [], nominations: [] };
  const [feedback, certificates, outcomes, nominations] = await Promise.all([
    findEntryFeedback({ entryId: entry.id }),
    findCertificatesOf({ personId: person.id, entryId: entry.id }),
    findOwnOutcomes({ entryId: entry.id }),
    findOwnNominations({ entryId: entry.id, by: person }),
  ]);
  return { entry, feedback, certificates, outcomes, nominations };
});

export default function Entry() {
  const { t } = useTranslation();
  const { entry, feedback, certificates, outcomes, nominations } = useLoaderData<typeof loader>();
  const { contest, text } = entry;
  return (
    <Page
      title={text.title}
      trail={[
        { to: paths.contests(), label: t('contests:list.title') },
        { to: paths.contest(contest), label: contest.name },
      ]}
      badges={
        <>
          <Badge tone="info">{t('contests:entry.number', { number: entry.number })}</Badge>
          {entry.withdrawal && <Badge tone="warn">{t('contests:entry.withdrawn')}</Badge>}
          {entry.outside && <Badge tone="warn">{t('contests:entry.outside')}</Badge>}
          {entry.blindNow && <Badge icon="lock">{t('contests:page.blind')}</Badge>}
        </>
      }
    >
      {entry.onTeam && !entry.withdrawal && (
        <Notice tone="success" title={t('contests:entry.receiptTitle')}>
          <p className="figures text-lg font-semibold" translate="no">
            <Link to={paths.paper({ number: entry.receipt })} className="link">
              {entry.receipt}
            </Link>
          </p>
          <p>{t('contests:entry.receiptHint')}</p>
        </Notice>
      )}
      {entry.withdrawal && (
        <Notice title={t('contests:entry.withdrawn')}>
          <p>
            <Time at={entry.withdrawal.at} />
            {entry.withdrawal.reason && `: ${entry.withdrawal.reason}`}
          </p>
          <p>{t('contests:entry.withdrawnMeaning', { receipt: entry.receipt })}</p>
          {entry.mayReturn && (
            <p className="mt-2">
              <ButtonLink to={paths.newEntry(contest)} size="sm">
                {t('contests:entry.enterAgain')}
              </ButtonLink>
            </p>
          )}
        </Notice>
      )}
      {entry.onTeam && !entry.withdrawal && entry.contest.suspended && (
        <Notice tone="warning">{t('contests:postponing.onEntry')}</Notice>
      )}
      {entry.outside && (
        <Notice title={t('contests:entry.outside')}>
          {t('contests:entry.outsideMeaning')}{' '}
          {entry.outside.rule === null
            ? entry.outside.reason
            : t(`contests:entry.outsideRules.${entry.outside.rule as 'board'}`)}
        </Notice>
      )}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <article className="min-w-0 max-w-reading space-y-7">
          {nominations.map((nomination) => (
            <NominationAsked key={nomination.id} nomination={nomination} />
          ))}
          {certificates.map(({ number, award }) => (
            <Notice key={number} tone="success" title={award}>
              <a href={paths.certificateFile({ number })} download className="link font-semibold">
                {t('awards:certificates.mine')}
              </a>
            </Notice>
          ))}
          <OwnOutcomes rounds={outcomes} />
          {feedback.map((round) => (
            <Feedback key={round.number} feedback={round} />
          ))}
          {feedback.length > 0 && (
            <ButtonLink to={paths.ownAppeal(contest, entry)} tone="secondary">
              {t('awards:appeal.open')}
            </ButtonLink>
          )}
          <Section title={t('contests:entry.frozenText', { number: text.number })}>
            <p className="mb-5 text-lg text-muted">{text.abstract}</p>
            <IdeaBrief text={text} level={3} />
          </Section>
          {entry.answers.length > 0 && (
            <Section title={t('contests:entry.answers')}>
              <dl className="space-y-4">
                {entry.answers.map(({ question, answer }) => (
                  <div key={question}>
                    <dt className="font-semibold">{question}</dt>
                    <dd>
                      <Written text={answer} />
                    </dd>
                  </div>
                ))}
              </dl>
            </Section>
          )}
        </article>
        <aside className="space-y-6">
          <DefinitionList
            items={[
              { label: t('contests:entry.division'), value: entry.division },
              { label: t('contests:entry.enteredAt'), value: <Time at={entry.enteredAt} /> },
              {
                label: t('contests:entry.changedAt'),
                value: entry.changedAt ? <Time at={entry.changedAt} /> : null,
              },
              { label: t('contests:entry.team'), value: entry.team.map(({ name }) => name).join(', ') },
              {
                label: t('contests:entry.idea'),
                value: (
                  <Link to={paths.idea(entry.idea)} className="link">
                    {t('contests:entry.toIdea')}
                  </Link>
                ),
              },
            ]}
          />
          {entry.mayChange && (entry.versions.length > 1 || entry.answers.length > 0) && (
            <Section title={t('contests:entry.change')} level={3}>
              <Form action={paths.entryChange(contest, entry)}>
                <Choice
                  name="version"
                  label={t('contests:entry.version')}
                  hint={t('contests:entry.changeHint')}
                  defaultValue={String(text.number)}
                  options={entry.versions.map((version) => ({
                    value: String(version.number),
                    label: t('contests:entry.versionNumber', { number: version.number }),
                    hint: `${version.title} · ${t(`contests:versionStandings.${version.standing}`)}`,
                  }))}
                />
                {entry.answers.map(({ question, answer }, index) => (
                  <TextArea
                    key={question}
                    name={`answer.${index + 1}`}
                    label={question}
                    defaultValue={answer}
                    rows={3}
                    max={longestAnswer}
                    required
                  />
                ))}
                <FormActions>
                  <Button tone="secondary">{t('contests:entry.changeSend')}</Button>
                </FormActions>
              </Form>
            </Section>
          )}
          {entry.mayChange && entry.versions.length <= 1 && entry.answers.length === 0 && (
            <p className="text-sm text-muted">{t('contests:entry.oneVersion')}</p>
          )}
          {entry.seesOutside && (
            <ButtonLink to={paths.entryOutside(contest, entry)} tone="secondary" size="sm" icon="flag">
              {t(entry.outside ? 'contests:entry.outsideDecided' : 'contests:entry.outsideDecide')}
            </ButtonLink>
          )}
          {entry.mayWithdraw && (
            <details>
              <summary className={buttonLook('secondary', 'sm')}>{t('contests:entry.withdraw')}</summary>
              <div className="mt-3">
                <Form action={paths.entryWithdrawal(contest, entry)} className="space-y-3">
                  <p>{t('contests:entry.withdrawMeaning')}</p>
                  <TextArea name="reason" label={t('contests:entry.withdrawReason')} rows={2} optional />
                  <FormActions>
                    <Button tone="danger" size="sm">
                      {t('contests:entry.withdrawSend')}
                    </Button>
                  </FormActions>
                </Form>
              </div>
            </details>
          )}
          <ButtonLink to={paths.contest(contest)} tone="quiet" icon="chevronLeft">
            {t('contests:entry.back')}
          </ButtonLink>
        </aside>
      </div>
    </Page>
  );
}
