import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { findProgrammes } from '#app/domain/mentoring/find-mentors.server.ts';
import { findMentorsToCheck, staffedPaths } from '#app/domain/mentoring/find-mentors-to-check.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { Aspects } from '#app/ui/mentoring/aspects.tsx';
import { ProgrammeCard } from '#app/ui/mentoring/programme-card.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('mentoring:staff.title') };

export const loader = forStaff(async ({ person }) => {
  const [mentors, programmes, fields] = await Promise.all([
    findMentorsToCheck({ by: person }),
    findProgrammes({ unitPaths: staffedPaths(person) }),
    findFields(),
  ]);
  const mayOpen = person.roles.some(({ kind }) => kind === 'ORGANISER' || kind === 'ADMINISTRATOR');
  return { mentors, programmes, fields, mayOpen };
});

const tones = { waiting: 'info', open: 'ok', paused: 'neutral', declined: 'danger' } as const;

export default function ManagedMentoring() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { mentors, programmes, fields, mayOpen } = useLoaderData<typeof loader>();
  const named = new Map(fields.map((field) => [field.id, fieldName(field)]));
  return (
    <Page
      title={t('mentoring:staff.title')}
      lead={t('mentoring:staff.lead')}
      trail={[{ to: paths.administration(), label: t('admin:title') }]}
      actions={
        mayOpen && (
          <ButtonLink to={paths.newProgramme()} icon="plus">
            {t('mentoring:staff.newProgramme')}
          </ButtonLink>
        )
      }
    >
      <Section title={t('mentoring:staff.toCheck')}>
        {mentors.length === 0 ? (
          <EmptyState icon="users" title={t('mentoring:staff.nobody')}>
            {t('mentoring:staff.nobodyWhy')}
          </EmptyState>
        ) : (
          <ul className="space-y-4">
            {mentors.map((mentor) => (
              <Card key={mentor.id} as="li" className="space-y-3">
                <div className="flex flex-wrap items-start justify-between gap-2">
                  <div className="min-w-0">
                    <h3 className="text-lg wrap-anywhere">{mentor.name}</h3>
                    <p className="text-sm text-muted">
                      {mentor.unit.name} · <Time at={mentor.offeredAt} form="date" />
                    </p>
                  </div>
                  <Badge tone={tones[mentor.state]}>{t(`mentoring:states.${mentor.state}`)}</Badge>
                </div>
                <p className="as-typed wrap-anywhere">{mentor.about}</p>
                <p className="text-sm text-muted">
                  {mentor.fieldIds.map((id) => `${named.get(id) ?? id} · `).join('')}
                  {t('mentoring:staff.capacity', {
                    teams: mentor.teams,
                    capacity: mentor.capacity,
                    hours: mentor.hoursPerMonth,
                  })}
                </p>
                <Aspects aspects={mentor.aspects} />
                {mentor.declineReason && <p className="text-muted wrap-anywhere">{mentor.declineReason}</p>}
                {mentor.own ? (
                  <p className="text-muted">{t('mentoring:staff.ownOffer')}</p>
                ) : (
                  <div className="flex flex-wrap items-start gap-3">
                    {mentor.state === 'waiting' && (
                      <ActButton
                        action={paths.mentorCheck(mentor)}
                        label={t('mentoring:staff.check')}
                        describe={t('mentoring:staff.checkOne', { name: mentor.name })}
                        tone="primary"
                        size="sm"
                        confirm={t('mentoring:staff.checkConfirm')}
                        confirmLabel={t('mentoring:staff.check')}
                      />
                    )}
                    {mentor.state !== 'declined' && (
                      <ReasonForm
                        id={`decline-${mentor.id}`}
                        action={paths.mentorDecline(mentor)}
                        label={t(mentor.state === 'waiting' ? 'mentoring:staff.decline' : 'mentoring:staff.revoke')}
                        describe={t('mentoring:staff.declineOne', { name: mentor.name })}
                        reasonLabel={t('mentoring:staff.reason')}
                        send={t('mentoring:staff.decline')}
                        size="sm"
                      />
                    )}
                  </div>
                )}
              </Card>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('mentoring:staff.programmes')}>
        {programmes.length === 0 ? (
          <EmptyState icon="calendar" title={t('mentoring:staff.noProgrammes')} />
        ) : (
          <ul className="grid gap-4 md:grid-cols-2">
            {programmes.map((programme) => (
              <ProgrammeCard key={programme.slug} programme={programme} to={paths.managedProgramme(programme)} />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
