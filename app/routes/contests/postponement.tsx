import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findPostponements } from '#app/domain/contests/find-postponements.server.ts';
import { postponeContest } from '#app/domain/contests/postpone-contest.server.ts';
import { dayLong, mostDays, postponed, postponementForm, resumed } from '#app/domain/contests/postponing.ts';
import { momentInVietnam } from '#app/domain/contests/vietnam-time.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { OfficialLetterFields } from '#app/ui/contests/official-letter-fields.tsx';
import { PostponementList } from '#app/ui/contests/postponement-list.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:postponing.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part, url, now }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  const typed = url.searchParams.get('ngay');
  const count = Number(typed ?? '');
  const days = Number.isInteger(count) && count >= 1 && count <= mostDays ? count : null;
  const asked = url.searchParams.get('den');
  const moment = asked === null ? null : momentInVietnam(asked);
  const next = moment !== null && moment.getTime() > now.getTime() ? moment : null;
  const { suspendedAt } = contest;
  return {
    contest,
    days,
    next: asked !== null && next !== null ? asked : null,
    wrong: (typed !== null && days === null) || (asked !== null && next === null),
    moved:
      suspendedAt === null
        ? postponed(contest, { by: (days ?? 0) * dayLong, at: now })
        : next === null
          ? postponed(contest, { by: 0, at: suspendedAt })
          : resumed(contest, { suspendedAt, next }).moved,
    postponements: await findPostponements({ contestId: contest.id }),
  };
});

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  await postponeContest({ by: person, slug, ...(await form(postponementForm)) });
  return redirect(paths.managedContest({ slug }));
});

export default function Postponement() {
  const { t } = useTranslation();
  const { contest, days, next, wrong, moved, postponements } = useLoaderData<typeof loader>();
  const name = ({ what, round }: (typeof moved)[number]) =>
    what === 'opens' || what === 'closes'
      ? t(`contests:stops.${what}`)
      : t(what === 'marks' ? 'contests:stops.marks' : 'organising:postponing.marksFrom', { round: round?.name });
  const may = contest.may.cancel && contest.state !== 'DRAFT';
  /** Put off until further notice: what is asked is when it goes on. */
  const still = contest.phase === 'suspended';
  const chosen = still ? next !== null : days !== null;
  return (
    <Page
      title={t(still ? 'organising:postponing.resume' : 'organising:postponing.title')}
      lead={t(still ? 'organising:postponing.resumeLead' : 'organising:postponing.lead')}
      trail={useManagedTrail(contest)}
      width="form"
    >
      {!may ? (
        <Notice>
          {t(
            contest.state === 'DRAFT'
              ? 'organising:refusals.notOpenedYet'
              : contest.state === 'PUBLISHED' || contest.state === 'CANCELLED'
                ? 'contests:refusals.over'
                : 'contests:refusals.notOrganiser',
          )}
        </Notice>
      ) : moved.length === 0 ? (
        <Notice>{t('organising:refusals.nothingAhead')}</Notice>
      ) : (
        <>
          {wrong && (
            <Notice tone="danger" alert>
              {t(still ? 'organising:postponing.nextWrong' : 'organising:postponing.daysWrong')}
            </Notice>
          )}
          <Form id="days" method="get">
            {still ? (
              <TextField
                type="datetime-local"
                name="den"
                label={t('organising:postponing.next')}
                hint={t('controls:vietnamTime')}
                defaultValue={next ?? ''}
                required
              />
            ) : (
              <NumberField
                name="ngay"
                label={t('organising:postponing.days')}
                hint={t('organising:postponing.daysHint')}
                defaultValue={days}
                required
              />
            )}
            <FormActions>
              <Button tone="secondary">{t('organising:postponing.look')}</Button>
            </FormActions>
          </Form>
          <Table
            caption={t('organising:postponing.ahead')}
            cards
            rows={moved}
            rowKey={(one) => `${one.what}-${one.round?.number ?? ''}`}
            columns={[
              { key: 'what', label: t('organising:postponing.what'), heading: true, cell: name },
              { key: 'from', label: t('organising:postponing.from'), cell: (one) => <Time at={one.from} /> },
              ...(!chosen
                ? []
                : [
                    {
                      key: 'to',
                      label: t('organising:postponing.to'),
                      cell: (one: (typeof moved)[number]) => <Time at={one.to} />,
                    },
                  ]),
            ]}
          />
          {still && next !== null && (
            <Section title={t('organising:postponing.resume')}>
              <Form key={next} id="resumption" action={paths.contestResumption(contest)}>
                <HiddenField name="next" value={next} />
                <OfficialLetterFields mustHaveLetter />
                <FormActions>
                  <Button>{t('organising:postponing.resumeSend')}</Button>
                </FormActions>
              </Form>
            </Section>
          )}
          {!still && days === null && (
            <Section title={t('organising:postponing.standsStill')} lead={t('organising:postponing.standsStillLead')}>
              <Form id="suspension" action={paths.contestSuspension(contest)}>
                <OfficialLetterFields mustHaveLetter />
                <FormActions>
                  <Button tone="danger">{t('organising:postponing.suspend')}</Button>
                </FormActions>
              </Form>
            </Section>
          )}
          {!still && days !== null && (
            <Section title={t('organising:postponing.sendTitle', { count: days })}>
              <Form key={days} id="postponement">
                <HiddenField name="days" value={days} />
                <OfficialLetterFields mustHaveLetter />
                <FormActions>
                  <Button tone="danger">{t('organising:postponing.send')}</Button>
                </FormActions>
              </Form>
            </Section>
          )}
        </>
      )}
      {postponements.length > 0 && (
        <Section title={t('organising:postponing.past')} level={3}>
          <PostponementList postponements={postponements} />
        </Section>
      )}
    </Page>
  );
}
