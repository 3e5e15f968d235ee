import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { changeRubric } from '#app/domain/contests/change-rubric.server.ts';
import { amendmentForm } from '#app/domain/contests/contest-form.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findRubric } from '#app/domain/contests/find-rubric.server.ts';
import { rubricTemplates } from '#app/domain/contests/rubric.ts';
import { rubricForm } from '#app/domain/contests/rubric-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers, insistOn } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { AmendmentFields } from '#app/ui/contests/amendment-fields.tsx';
import { CriterionFields } from '#app/ui/contests/criterion-fields.tsx';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { RubricText } from '#app/ui/contests/rubric-text.tsx';
import { Button, ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Tabs } from '#app/ui/controls/tabs.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:round.rubric')} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part, url }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  const round = insistOn(contest.rounds.find(({ number }) => number === numberIn(part('number'))));
  const division = contest.divisions.find(({ slug }) => slug === url.searchParams.get('bang')) ?? null;
  const template = url.searchParams.get('mau') === 'hundred' ? [...rubricTemplates.hundred] : null;
  const criteria =
    template ?? (await findRubric({ contestId: contest.id, number: round.number, division: division?.slug ?? null }));
  const amending = url.searchParams.has('sua');
  return { contest, round, division, criteria, amending, proposed: template !== null };
});

export const action = forOfficers(async ({ person, part, form, url }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  const division = url.searchParams.get('bang');
  const amendment = await form(amendmentForm);
  await changeRubric({ by: person, slug, number, division, criteria: await form(rubricForm), amendment });
  return redirect(paths.rubric({ slug }, { number }, { bang: division ?? undefined }));
});

/** Rows for criteria that do not exist yet. */
const blanks = 2;

export default function Rubric() {
  const { t } = useTranslation();
  const { contest, round, division, criteria, amending, proposed } = useLoaderData<typeof loader>();
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Page title={round.name} trail={useManagedTrail(contest)}>
      <RoundTabs contest={contest} round={round} />
      {contest.divisions.length > 1 && (
        <Tabs
          label={t('organising:managed.divisions')}
          items={[
            { to: paths.rubric(contest, round), label: t('organising:rubric.all'), current: division === null },
            ...contest.divisions.map((one) => ({
              to: paths.rubric(contest, round, { bang: one.slug }),
              label: one.name,
              current: division?.slug === one.slug,
            })),
          ]}
        />
      )}
      {contest.may.prepare || (contest.may.amend && amending) ? (
        <>
          <div className="flex flex-wrap items-center justify-between gap-4">
            <p className="max-w-reading text-muted">
              {division === null
                ? t('organising:rubric.lead')
                : t('organising:rubric.divisionLead', { division: division.name })}
            </p>
            <ButtonLink
              to={paths.rubric(contest, round, { bang: division?.slug, mau: 'hundred' })}
              tone="secondary"
              size="sm"
            >
              {t('organising:rubric.template')}
            </ButtonLink>
          </div>
          {proposed && <Notice>{t('organising:rubric.proposed')}</Notice>}
          {whole > 0 && <p className="figures">{t('organising:rubric.sum', { sum: whole })}</p>}
          <Form
            key={`${division?.slug ?? ''}-${proposed}-${criteria.map(({ name }) => name).join()}`}
            className="max-w-reading space-y-6"
          >
            {criteria.map((criterion, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its row
              <CriterionFields key={row} row={row} criterion={criterion} />
            ))}
            <details open={criteria.length === 0}>
              <summary className={buttonLook('secondary', 'sm')}>{t('organising:rubric.add')}</summary>
              <div className="mt-4 space-y-6">
                {Array.from({ length: blanks }, (_, blank) => criteria.length + blank).map((row) => (
                  <CriterionFields key={row} row={row} />
                ))}
              </div>
            </details>
            {contest.state !== 'DRAFT' && <AmendmentFields />}
            <FormActions sticky>
              <Button>{t(contest.state === 'DRAFT' ? 'organising:save' : 'organising:amending.send')}</Button>
            </FormActions>
          </Form>
        </>
      ) : (
        <div className="max-w-reading">
          {contest.may.amend && round.state === 'PLANNED' && (
            <p className="mb-5">
              <ButtonLink
                to={paths.rubric(contest, round, { bang: division?.slug, sua: '1' })}
                tone="secondary"
                size="sm"
              >
                {t('organising:amending.title')}
              </ButtonLink>
            </p>
          )}
          {criteria.length === 0 ? <p>{t('organising:rubric.none')}</p> : <RubricText criteria={criteria} />}
        </div>
      )}
    </Page>
  );
}
