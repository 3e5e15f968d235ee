import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayKept, dayOf } from '#app/domain/people/day.ts';
import { findMember } from '#app/domain/units/find-member.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { BirthDateForm } from '#app/ui/units/birth-date-form.tsx';
import { formatDay } from '#app/words/format.ts';

export const handle: PageHandle<typeof loader> = { title: (_, data) => data.member.person.fullName, noindex: true };

export const loader = forStaff(async ({ person, part }) => {
  const member = await findMember({ by: person, membershipId: part('id') });
  return {
    member: {
      ...member,
      person: { ...member.person, birthDate: dayKept(member.person.birthDate) },
      corrections: member.corrections.map((one) => ({
        ...one,
        from: dayKept(one.from),
        to: dayKept(one.to),
        at: dayOf(one.at),
      })),
    },
  };
});

export default function Member() {
  const { t } = useTranslation();
  const { member } = useLoaderData<typeof loader>();
  const { person, unit, corrections } = member;
  return (
    <Page
      title={person.fullName}
      lead={unit.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedUnit(unit), label: unit.name },
        { to: paths.unitMembers(unit), label: t('staff:members.tab') },
      ]}
      width="form"
      badges={member.endedAt !== null && <Badge tone="warn">{t('staff:refusals.memberGone')}</Badge>}
      actions={
        member.mayGiveSlip && (
          <ButtonLink to={paths.slipPassword(member)} tone="secondary" icon="lock">
            {t('staff:member.slip')}
          </ButtonLink>
        )
      }
    >
      <DefinitionList
        items={[
          { label: t('people:fields.birthDate'), value: formatDay(person.birthDate) },
          { label: t('staff:members.login'), value: person.login },
          {
            label: t('staff:member.since'),
            value: member.confirmedAt && (
              <>
                <Time at={member.confirmedAt} form="date" />
                {member.confirmedBy && (
                  <span className="block text-sm text-muted">
                    {t('staff:member.confirmedBy', { name: member.confirmedBy })}
                  </span>
                )}
              </>
            ),
          },
          {
            label: t('staff:member.ended'),
            value: member.endedAt && (
              <>
                <Time at={member.endedAt} form="date" />
                {member.endedBy && (
                  <span className="block text-sm text-muted">
                    {t('staff:member.endedBy', { name: member.endedBy })}: {member.endReason}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      {corrections.length > 0 && (
        <Section title={t('staff:member.corrections')}>
          <ul className="divide-y divide-line">
            {corrections.map((one) => (
              <li key={one.id} className="py-2.5">
                <span className="figures">
                  {t('staff:member.correction', { from: formatDay(one.from), to: formatDay(one.to) })}
                </span>
                <span className="block text-sm text-muted">
                  {formatDay(one.at)} · {one.by}: {one.reason}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {member.mayChange ? (
        <>
          <Section title={t('staff:member.birthDate')} lead={t('staff:member.birthDateLead')}>
            <BirthDateForm member={member} />
          </Section>
          <ReasonForm
            id="removal"
            action={paths.memberRemoval(member)}
            label={t('staff:member.remove')}
            lead={t('staff:member.removeLead')}
            reasonLabel={t('staff:member.reason')}
            send={t('staff:member.removeSend')}
          />
        </>
      ) : (
        member.endedAt === null && member.confirmedAt !== null && <p className="text-muted">{t('staff:member.own')}</p>
      )}
    </Page>
  );
}
