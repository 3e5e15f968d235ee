import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { findMentors, findProgrammes } from '#app/domain/mentoring/find-mentors.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { Aspects } from '#app/ui/mentoring/aspects.tsx';
import { ProgrammeCard } from '#app/ui/mentoring/programme-card.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('mentoring:title'), noindex: true };

export const loader = forMembers(async ({ person }) => {
  const [mentors, programmes, fields] = await Promise.all([findMentors(), findProgrammes(), findFields()]);
  return { mentors, programmes, fields, mentor: person.roles.some(({ kind }) => kind === 'MENTOR') };
});

export default function Mentors() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { mentors, programmes, fields, mentor } = useLoaderData<typeof loader>();
  const named = new Map(fields.map((field) => [field.id, fieldName(field)]));
  return (
    <Page
      title={t('mentoring:title')}
      lead={t('mentoring:lead')}
      actions={
        mentor ? (
          <ButtonLink to={paths.ownMentoring()}>{t('mentoring:nav.own')}</ButtonLink>
        ) : (
          <ButtonLink to={paths.mentorOffer()} tone="secondary">
            {t('mentoring:list.become')}
          </ButtonLink>
        )
      }
    >
      <Section title={t('mentoring:list.programmes')} lead={t('mentoring:list.programmesLead')}>
        {programmes.length === 0 ? (
          <EmptyState icon="calendar" title={t('mentoring:list.noProgrammes')} />
        ) : (
          <ul className="grid gap-4 md:grid-cols-2">
            {programmes.map((programme) => (
              <ProgrammeCard key={programme.slug} programme={programme} to={paths.programme(programme)} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('mentoring:list.mentors')} lead={t('mentoring:list.mentorsLead')}>
        {mentors.length === 0 ? (
          <EmptyState icon="users" title={t('mentoring:list.none')}>
            {t('mentoring:list.noneWhy')}
          </EmptyState>
        ) : (
          <ul className="grid gap-4 md:grid-cols-2">
            {mentors.map((one) => (
              <Card key={one.id} as="li" className="space-y-3">
                <div className="flex flex-wrap items-start justify-between gap-2">
                  <h3 className="text-lg wrap-anywhere">{one.name}</h3>
                  <Badge tone={one.places > 0 ? 'ok' : 'neutral'}>
                    {one.places > 0
                      ? t('mentoring:list.places', { count: one.places })
                      : t(one.hoursPerMonth > 0 ? 'mentoring:list.full' : 'mentoring:list.noHours')}
                  </Badge>
                </div>
                <p className="as-typed wrap-anywhere">{one.about}</p>
                <p className="text-sm text-muted">
                  {one.fieldIds.map((id) => named.get(id) ?? id).join(' · ')}
                  {one.online && ` · ${t('mentoring:list.online')}`}
                </p>
                <Aspects aspects={one.aspects} />
              </Card>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
