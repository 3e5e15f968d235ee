import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findAssignmentPage } from '#app/domain/judging/find-assignment-page.server.ts';
import { planAssignment } from '#app/domain/judging/plan-assignment.server.ts';
import { planForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Progress } from '#app/ui/controls/progress.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { PanelStandings } from '#app/ui/judging/panel-standings.tsx';
import { PlanView } from '#app/ui/judging/plan-view.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:round.assignment')} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part, url }) =>
  findAssignmentPage({
    slug: part('slug'),
    number: numberIn(part('number')),
    planId: url.searchParams.get('ke'),
    by: person,
  }),
);

/** A dry run: nothing is assigned by it. */
export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  const { replan, ...options } = await form(planForm);
  const { planId } = await planAssignment({
    by: person,
    slug,
    number,
    options: replan ? { ...options, replan: true } : options,
  });
  return redirect(paths.assignment({ slug }, { number }, { ke: planId }));
});

export default function Assignment() {
  const { t } = useTranslation();
  const { contest, round, coverage, capacity, plan, panels, apart } = useLoaderData<typeof loader>();
  const missing = coverage.wanted - Math.min(coverage.assigned, coverage.wanted);
  const assignable = (round.state === 'PLANNED' || round.state === 'OPEN') && contest.phase === 'judging';
  return (
    <Page title={round.name} trail={useManagedTrail(contest)}>
      <RoundTabs contest={contest} round={round} />
      <div className="max-w-form">
        <Progress
          label={t('judging:assignment.coverage', { count: round.reviewsPerEntry })}
          value={coverage.assigned}
          max={coverage.wanted}
        />
        <p className="mt-2 text-sm text-muted">
          {t('judging:assignment.capacity', { capacity, wanted: coverage.wanted })}
        </p>
      </div>
      <PanelStandings panels={panels} apart={apart} />
      {!assignable && (
        <Notice>
          {t(contest.phase === 'judging' ? 'judging:refusals.roundClosed' : 'judging:refusals.entriesStillOpen')}
        </Notice>
      )}
      {assignable && missing > 0 && (
        <Section title={t('judging:assignment.plan')} lead={t('judging:assignment.planLead', { count: missing })}>
          <div className="max-w-form">
            <Form>
              <Choice
                name="mode"
                label={t('judging:assignment.mode')}
                columns={2}
                defaultValue={plan?.options.mode ?? 'fairest'}
                options={(['fairest', 'best-total'] as const).map((mode) => ({
                  value: mode,
                  label: t(`judging:modes.${mode}`),
                  hint: t(`judging:modeHints.${mode}`),
                }))}
              />
              <details>
                <summary className="link">{t('judging:assignment.more')}</summary>
                <div className="mt-3">
                  <FieldRow>
                    <Select
                      name="links"
                      label={t('judging:assignment.links')}
                      hint={t(panels.length > 0 ? 'judging:assignment.linksAcross' : 'judging:assignment.linksHint')}
                      defaultValue={String(plan?.options.links ?? 0)}
                      options={['0', '1', '2'].map((links) => ({ value: links, label: links }))}
                    />
                    <NumberField
                      name="seed"
                      label={t('judging:assignment.seed')}
                      hint={t('judging:assignment.seedHint')}
                      defaultValue={plan?.options.seed ?? 1}
                    />
                  </FieldRow>
                </div>
              </details>
              {coverage.assigned > 0 && (
                <Checkbox
                  name="replan"
                  label={t('judging:assignment.replan')}
                  hint={t('judging:assignment.replanHint')}
                  defaultChecked={plan?.options.replan}
                />
              )}
              <FormActions>
                <Button icon="spark">{t('judging:assignment.run')}</Button>
              </FormActions>
            </Form>
          </div>
        </Section>
      )}
      {plan && plan.appliedAt === null && (
        <PlanView contest={contest} round={round} plan={plan} applicable={assignable} />
      )}
      <Assigned assignable={assignable} />
      {assignable && <ByHand />}
      {assignable && <Import />}
    </Page>
  );
}

function Assigned({ assignable }: { assignable: boolean }) {
  const { t } = useTranslation();
  const { contest, round, sheets } = useLoaderData<typeof loader>();
  return (
    <Section title={t('judging:assignment.sheets', { count: sheets.length })}>
      <Table
        caption={t('judging:assignment.sheets', { count: sheets.length })}
        captionHidden
        rows={sheets}
        rowKey={(sheet) => sheet.id}
        empty={<EmptyState icon="clipboard" title={t('judging:assignment.none')} />}
        columns={[
          {
            key: 'entry',
            label: t('judging:fields.entry'),
            heading: true,
            cell: (sheet) => `${sheet.entry.number}. ${sheet.entry.title}`,
          },
          {
            key: 'judge',
            label: t('judging:fields.judge'),
            cell: (sheet) => `${sheet.judge.number}. ${sheet.judge.name}`,
          },
          {
            key: 'state',
            label: t('judging:fields.state'),
            cell: (sheet) => (
              <Badge tone={sheet.state === 'blocked' ? 'warn' : sheet.state === 'submitted' ? 'ok' : 'neutral'}>
                {t(`judging:sheetStates.${sheet.state}`)}
              </Badge>
            ),
          },
          {
            key: 'act',
            label: t('organising:panel.change'),
            cell: (sheet) =>
              assignable && !sheet.begun && (sheet.state === 'assigned' || sheet.state === 'left') ? (
                <ActButton
                  action={paths.assignmentRelease(contest, round)}
                  fields={{ sheet: sheet.id }}
                  label={t('judging:assignment.release')}
                  describe={t('judging:assignment.releaseOf', { entry: sheet.entry.number, judge: sheet.judge.name })}
                  size="sm"
                  tone="quiet"
                />
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Section>
  );
}

function ByHand() {
  const { t } = useTranslation();
  const { contest, round, entries, judges, sheets } = useLoaderData<typeof loader>();
  const free = sheets.filter(({ begun, state }) => !begun && (state === 'assigned' || state === 'left'));
  return (
    <Section title={t('judging:assignment.byHand')} lead={t('judging:assignment.byHandLead')}>
      <div className="max-w-form">
        <Form key={sheets.length} action={paths.assignmentByHand(contest, round)}>
          <Select
            name="entry"
            label={t('judging:fields.entry')}
            placeholder={t('controls:choose')}
            options={entries.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
          />
          <Select
            name="judge"
            label={t('judging:fields.judge')}
            placeholder={t('controls:choose')}
            options={judges.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))}
          />
          <Select
            name="insteadOf"
            label={t('judging:assignment.insteadOf')}
            placeholder={t('judging:assignment.additional')}
            optional
            options={free.map(({ id, entry, judge }) => ({
              value: id,
              label: `${entry.number}. ${entry.title} – ${judge.name}`,
            }))}
          />
          <FormActions>
            <Button tone="secondary">{t('judging:assignment.byHandSend')}</Button>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}

function Import() {
  const { t } = useTranslation();
  const { contest, round } = useLoaderData<typeof loader>();
  return (
    <Section title={t('judging:importing.title')} lead={t('judging:importing.lead')}>
      <div className="max-w-form">
        <Form action={paths.assignmentImport(contest, round)}>
          <TextArea
            name="pairs"
            label={t('judging:importing.pairs')}
            hint={t('judging:importing.pairsHint')}
            rows={6}
            required
          />
          <FormActions>
            <Button tone="secondary">{t('judging:importing.send')}</Button>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}
