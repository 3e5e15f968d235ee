import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findNomination } from '#app/domain/awards/find-nomination.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { NominationBadge } from '#app/ui/awards/nomination-badge.tsx';
import { OwnOutcomes } from '#app/ui/awards/own-outcomes.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { AttachedFiles } from '#app/ui/ideas/attached-files.tsx';
import { IdeaBrief } from '#app/ui/ideas/idea-brief.tsx';
import { Feedback } from '#app/ui/judging/feedback.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('awards:nominations.package')}: ${data.nomination.text.title}`,
  noindex: true,
};

export const loader = forOfficers(async ({ person, part }) => ({
  nomination: await findNomination({ by: person, id: part('id') }),
}));

export default function Nomination() {
  const { t } = useTranslation();
  const { nomination } = useLoaderData<typeof loader>();
  const { text, versions, team, feedback, results, certificates, contests, preparing, taken, acceptedAt } = nomination;
  return (
    <Page
      title={text.title}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.receivedNominations(), label: t('awards:nominations.received') },
      ]}
      badges={<NominationBadge state={acceptedAt === null ? 'sent' : 'accepted'} />}
    >
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <article className="min-w-0 max-w-reading space-y-7">
          <Section title={t('contests:entry.frozenText', { number: text.number })}>
            <p className="mb-5 text-lg text-muted">{text.abstract}</p>
            <IdeaBrief text={text} level={3} />
            <Files files={text.files} />
          </Section>
          {versions.length > 0 && (
            <Section title={t('awards:nominations.versions')}>
              <div className="space-y-3">
                {versions.map((version) => (
                  <details key={version.number}>
                    <summary className="link cursor-pointer font-semibold">
                      {t('contests:entry.versionNumber', { number: version.number })}: {version.title}
                    </summary>
                    <div className="mt-3 space-y-4">
                      <p className="text-muted">{version.abstract}</p>
                      <IdeaBrief text={version} level={3} />
                      <Files files={version.files} />
                    </div>
                  </details>
                ))}
              </div>
            </Section>
          )}
          <OwnOutcomes rounds={results} />
          {feedback.map((round) => (
            <Feedback key={round.number} feedback={round} />
          ))}
        </article>
        <aside className="space-y-6">
          <DefinitionList
            items={[
              { label: t('awards:nominations.from'), value: nomination.from },
              { label: t('awards:check.contest'), value: nomination.contest },
              { label: t('contests:entry.division'), value: nomination.division },
              { label: t('awards:nominations.to'), value: nomination.to },
            ]}
          />
          <Section title={t('awards:nominations.team')} level={3}>
            <ul className="space-y-2">
              {team.map((one) => (
                <li key={`${one.name}-${one.givenAt}`}>
                  <span className="font-semibold">{one.name}</span>
                  <span className="block text-sm text-muted">
                    {t('awards:nominations.agreed')} <Time at={one.givenAt} />
                  </span>
                  {one.guardianAt !== null && (
                    <span className="block text-sm text-muted">
                      {t('awards:nominations.guardianAgreed')} <Time at={one.guardianAt} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Section>
          {certificates.length > 0 && (
            <Section title={t('awards:certificates.title')} level={3}>
              <ul className="space-y-2">
                {certificates.map((one) => (
                  <li key={one.number}>
                    <Link to={paths.paper(one)} className="link" translate="no">
                      {one.number}
                    </Link>
                    <span className="block text-sm text-muted">
                      {one.name} · {one.award}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {acceptedAt === null ? (
            <div className="space-y-3">
              <ActButton
                action={paths.nominationAcceptance(nomination)}
                label={t('awards:nominations.accept')}
                tone="primary"
                icon="check"
              />
              <ReasonForm
                id="decline"
                action={paths.nominationDecline(nomination)}
                label={t('awards:nominations.decline')}
                reasonLabel={t('awards:nominations.declineReason')}
                send={t('awards:nominations.declineSend')}
              />
            </div>
          ) : taken !== null ? (
            <Notice tone="success" title={t('awards:nominations.takenInto')}>
              <Link to={paths.entry(taken.contest, taken)} className="link">
                {taken.contest.name}, {t('contests:entry.number', { number: taken.number })}
              </Link>
            </Notice>
          ) : contests.length === 0 ? (
            <div className="space-y-3">
              <p className="text-muted">{t('awards:nominations.noContest', { unit: nomination.to })}</p>
              {preparing.length > 0 && (
                <>
                  <p>{t('awards:nominations.preparing')}</p>
                  <ul className="space-y-1">
                    {preparing.map((contest) => (
                      <li key={contest.slug}>
                        <Link to={paths.managedContest(contest)} className="link font-semibold">
                          {contest.name}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              <ButtonLink to={paths.newContest()} tone="secondary" icon="plus">
                {t('organising:managed.make')}
              </ButtonLink>
            </div>
          ) : (
            <Section title={t('awards:nominations.take')} level={3}>
              <Form id="take" action={paths.nominationEntry(nomination)} className="space-y-4">
                <p className="text-muted">{t('awards:nominations.takeLead')}</p>
                <Select
                  name="into"
                  label={t('awards:nominations.into')}
                  options={contests.flatMap((contest) =>
                    contest.divisions.map((division) => ({
                      value: `${contest.slug}/${division.slug}`,
                      label: `${contest.name} – ${division.name}`,
                    })),
                  )}
                />
                <FormActions>
                  <Button>{t('awards:nominations.take')}</Button>
                </FormActions>
              </Form>
            </Section>
          )}
        </aside>
      </div>
    </Page>
  );
}

/** What is attached to a version; nothing where nothing is. */
function Files({ files }: { files: readonly { id: string; name: string; mediaType: string; bytes: number }[] }) {
  const { t } = useTranslation();
  const { nomination } = useLoaderData<typeof loader>();
  if (files.length === 0) return null;
  return (
    <div className="mt-5">
      <p className="mb-2 font-semibold">{t('ideas:files.title')}</p>
      <AttachedFiles
        files={files.map((file, index) => ({ ...file, number: index + 1 }))}
        to={(file) => paths.nominationFile(nomination, file)}
      />
    </div>
  );
}
