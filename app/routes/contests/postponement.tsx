import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findPostponements } from '#app/domain/contests/find-postponements.server.ts';
import { postponeContest } from '#app/domain/contests/postpone-contest.server.ts';
import { mostDays, postponed, postponementForm } from '#app/domain/contests/postponing.ts';
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
  return {
    contest,
    days,
    wrong: typed !== null && days === null,
    moved: postponed(contest, { days: days ?? 0, at: now }),
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
  const { contest, days, wrong, moved, postponements } = useLoaderData<typeof loader>();
  const name = ({ what, round }: (typeof moved)[number]) =>
    what === 'opens' || what === 'closes'
      ? t(`contests:stops.${what}`)
      : t(what === 'marks' ? 'contests:stops.marks' : 'organising:postponing.marksFrom', { round: round?.name });
  const may = contest.may.cancel && contest.state !== 'DRAFT';
  return (
    <Page
      title={t('organising:postponing.title')}
      lead={t('organising:postponing.lead')}
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
              {t('organising:postponing.daysWrong')}
            </Notice>
          )}
          <Form id="days" method="get">
            <NumberField
              name="ngay"
              label={t('organising:postponing.days')}
              hint={t('organising:postponing.daysHint')}
              defaultValue={days}
              required
            />
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
              ...(days === null
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
          {days !== null && (
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
