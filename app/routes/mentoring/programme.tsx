import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findProgramme } from '#app/domain/mentoring/find-programme.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { PhaseBadge } from '#app/ui/mentoring/programme-card.tsx';

export const handle: PageHandle<typeof loader> = { title: (_, { programme }) => programme.name, noindex: true };

export const loader = forMembers(async ({ person, part }) => ({
  programme: await findProgramme({ by: person, slug: part('slug') }),
}));

export default function Programme() {
  const { t } = useTranslation();
  const { programme } = useLoaderData<typeof loader>();
  const { own } = programme;
  const ended = programme.phase === 'ended';
  return (
    <Page
      title={programme.name}
      width="reading"
      trail={[{ to: paths.mentors(), label: t('mentoring:title') }]}
      badges={<PhaseBadge phase={programme.phase} />}
      actions={
        programme.mayRun && (
          <ButtonLink to={paths.managedProgramme(programme)} tone="secondary">
            {t('mentoring:programme.manage')}
          </ButtonLink>
        )
      }
    >
      <p className="as-typed wrap-anywhere">{programme.summary}</p>
      <DefinitionList
        items={[
          {
            label: t('mentoring:programme.host'),
            value: (
              <Link to={paths.unit(programme.unit)} className="link">
                {programme.unit.name}
              </Link>
            ),
          },
          {
            label: t('mentoring:programme.window'),
            value: (
              <>
                <Time at={programme.opensAt} /> – <Time at={programme.closesAt} />
              </>
            ),
          },
          {
            label: t('mentoring:programme.mentors'),
            value: t('mentoring:list.mentorCount', { count: programme.mentors }),
          },
        ]}
      />
      <p>{t('mentoring:programme.acceptWithin', { count: programme.daysToAccept })}</p>
      <p>{t('mentoring:programme.howToAsk')}</p>
      {own?.joined && (
        <Notice tone="success">
          <p>{t('mentoring:programme.joined')}</p>
          <div className="mt-2">
            <ActButton action={paths.programmeLeaving(programme)} label={t('mentoring:programme.leave')} size="sm" />
          </div>
        </Notice>
      )}
      {own !== null && !own.joined && !ended && own.state === 'open' && (
        <ActButton action={paths.programmeJoining(programme)} label={t('mentoring:programme.join')} tone="primary" />
      )}
      {own !== null && !own.joined && !ended && own.state !== 'open' && (
        <Notice>{t('mentoring:programme.checkedFirst')}</Notice>
      )}
      {own === null && !ended && (
        <ButtonLink to={paths.mentorOffer()} tone="secondary">
          {t('mentoring:list.become')}
        </ButtonLink>
      )}
    </Page>
  );
}
