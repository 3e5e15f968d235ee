import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findRoundOutcomes } from '#app/domain/awards/find-round-outcomes.server.ts';
import { paperFiles, paperKinds } from '#app/domain/awards/round-papers.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { useOutcomeWords } from '#app/ui/awards/outcome-words.ts';
import { useTieWords } from '#app/ui/awards/tie-names.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Tile } from '#app/ui/controls/tile.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('awards:staged.title')} – ${data.round.name}`,
};

/** Rows of all divisions shown at a time; how many there are is always said. */
const perPage = 100;

export const loader = forOfficers(async ({ person, part, url }) => {
  const { staged, ...found } = await findRoundOutcomes({
    slug: part('slug'),
    number: numberIn(part('number')),
    by: person,
  });
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('trang') ?? '1', 10) || 1));
  if (staged === null) return { ...found, page, staged: null };
  const { rows, ...rest } = staged;
  const panels = new Map<string, { divisionId: string; division: string; component: number; entries: number }>();
  for (const { division, component } of rows) {
    const key = `${division.id} ${component}`;
    const panel = panels.get(key) ?? { divisionId: division.id, division: division.name, component, entries: 0 };
    panels.set(key, { ...panel, entries: panel.entries + 1 });
  }
  const all = [...panels.values()];
  return {
    ...found,
    page,
    staged: {
      ...rest,
      total: rows.length,
      rows: rows.slice((page - 1) * perPage, page * perPage),
      /** Panels of divisions that have more than one. */
      panels: all.filter(({ divisionId }) => all.filter((one) => one.divisionId === divisionId).length > 1),
      divisions: new Set(rows.map(({ division }) => division.id)).size,
      given: rest.awards.map((_, at) => rows.filter(({ award }) => award === at + 1).length),
      passed: rows.filter(({ passed }) => passed).length,
    },
  };
});

export default function RoundOutcomes() {
  const { t } = useTranslation();
  const { contest, round, staged, page } = useLoaderData<typeof loader>();
  return (
    <Page title={round.name} trail={useManagedTrail(contest)}>
      <RoundTabs contest={contest} round={round} />
      {staged === null ? (
        <EmptyState icon="trophy" title={t('awards:staged.none')}>
          {t('awards:staged.noneWhy')}
        </EmptyState>
      ) : (
        <>
          {round.state === 'PUBLISHED' ? (
            <Notice tone="success" title={t('awards:staged.published')}>
              <p>{t('awards:staged.publishedLead')}</p>
              <p className="mt-1">
                <Link to={paths.results(contest)} className="link font-semibold">
                  {t('contests:page.results')}
                </Link>
              </p>
            </Notice>
          ) : (
            <Notice>{t('awards:staged.lead')}</Notice>
          )}
          {staged.panels.length > 0 && <Quotas />}
          {staged.awards.length > 0 && (
            <Section title={t('awards:staged.summary')}>
              <div className="grid grid-cols-2 gap-2 sm:grid-cols-4 sm:gap-4">
                {staged.awards.map((award, at) => (
                  <Tile
                    key={award.name}
                    label={award.name}
                    value={staged.given[at]!}
                    hint={
                      award.places === null
                        ? undefined
                        : t('awards:staged.of', { count: award.places * staged.divisions })
                    }
                  />
                ))}
              </div>
            </Section>
          )}
          <Section title={round.state === 'PUBLISHED' ? t('awards:staged.published') : t('awards:staged.title')}>
            <Outcomes />
            {staged.total > perPage && <Pagination page={page} pages={Math.ceil(staged.total / perPage)} />}
          </Section>
          {contest.may.seeTeams && (
            <Section title={t('awards:staged.papers')} lead={t('awards:staged.papersLead')}>
              <ul className="flex flex-wrap gap-3">
                {paperKinds.map((kind) => (
                  <li key={kind}>
                    <a
                      href={paths.paperFile(contest, round, {
                        file: `${paperFiles[kind].name}.${paperFiles[kind].type}`,
                      })}
                      download
                      className={buttonLook('secondary', 'sm')}
                    >
                      <Icon name="download" className="size-4" />
                      {t(`awards:papers.${kind}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {round.state === 'CLOSED' && contest.may.decide && (
            <div className="flex flex-wrap items-start gap-3">
              <ActButton
                action={paths.roundPublication(contest, round)}
                fields={{ seal: staged.seal }}
                label={t('awards:staged.publish')}
                tone="primary"
                icon="trophy"
                confirm={t('awards:staged.publishConfirm')}
                confirmLabel={t('awards:staged.publish')}
              />
              <OverrideForm />
            </div>
          )}
          {round.state === 'CLOSED' && !contest.may.decide && <Notice>{t('judging:next.chairPublishes')}</Notice>}
        </>
      )}
    </Page>
  );
}

type Staged = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['staged']>;

function Outcomes() {
  const { t } = useTranslation();
  const { contest, round, last, staged } = useLoaderData<typeof loader>();
  const { awards, rows } = staged!;
  const words = useOutcomeWords(awards, { last });
  const tieWords = useTieWords();
  type Row = Staged['rows'][number];
  const many = new Set(rows.map(({ division }) => division.id)).size > 1 || staged!.panels.length > 0;
  return (
    <Table
      caption={t('awards:staged.title')}
      captionHidden
      cards
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        { key: 'place', label: t('awards:staged.place'), number: true, cell: (row: Row) => <Num value={row.place} /> },
        {
          key: 'entry',
          label: t('judging:fields.entry'),
          heading: true,
          cell: (row: Row) => (
            <div className="min-w-56">
              <Link to={paths.roundEntry(contest, round, row)} className="link">
                {row.title}
              </Link>{' '}
              <span className="whitespace-nowrap text-muted">({t('results:entryNumber', { number: row.number })})</span>
              {many && (
                <span className="block text-sm font-normal text-muted">
                  {row.division.name}
                  {staged!.panels.some(({ divisionId }) => divisionId === row.division.id) &&
                    ` · ${t('results:group', { division: '', number: row.component + 1 }).trim()}`}
                </span>
              )}
            </div>
          ),
        },
        {
          key: 'mean',
          label: t('results:fields.mean'),
          number: true,
          cell: (row: Row) => <Num value={row.mean} digits={2} />,
        },
        {
          key: 'adjusted',
          label: t('results:fields.adjusted'),
          number: true,
          cell: (row: Row) => (row.adjusted === null ? '–' : <Num value={row.adjusted} digits={2} />),
        },
        {
          key: 'result',
          label: t('awards:staged.result'),
          cell: (row: Row) => (
            <span className="flex flex-wrap items-center gap-1.5">
              <Badge tone={row.award !== null ? 'joy' : row.passed && awards.length === 0 ? 'ok' : 'neutral'}>
                {words.result(row)}
              </Badge>
            </span>
          ),
        },
        {
          key: 'why',
          label: t('awards:staged.why'),
          wide: true,
          cell: (row: Row) => (
            <div className="space-y-1">
              {words.why(row) !== '' && <p>{words.why(row)}</p>}
              {row.tie !== null && <p className="text-muted">{tieWords(row.tie)}</p>}
              {row.override !== null && (
                <div className="space-y-1">
                  <p className="font-semibold">{t('awards:staged.overridden')}</p>
                  <p className="text-muted">{t('awards:staged.byRules', { result: words.byRules(row) })}</p>
                  <p>{row.override.reason}</p>
                  {round.state === 'CLOSED' && contest.may.decide && (
                    <ActButton
                      action={paths.outcomeOverrideWithdrawal(contest, round)}
                      fields={{ override: row.override.id }}
                      label={t('awards:staged.withdraw')}
                      size="sm"
                    />
                  )}
                </div>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

function OverrideForm() {
  const { t } = useTranslation();
  const { contest, round, last, staged } = useLoaderData<typeof loader>();
  const { awards } = staged!;
  const passed = last ? (awards.length > 0 ? 'eligible' : 'met') : 'passed';
  return (
    <details className="w-full max-w-form">
      <summary className={buttonLook('secondary')}>{t('awards:staged.override')}</summary>
      <div className="mt-3">
        <p className="mb-3 text-muted">{t('awards:staged.overrideLead')}</p>
        <Form action={paths.outcomeOverride(contest, round)} className="space-y-4">
          <NumberField name="entry" label={t('awards:staged.overrideEntry')} required />
          <Checkbox name="passed" label={t(`awards:staged.${passed}`)} defaultChecked />
          {awards.length > 0 && (
            <Select
              name="award"
              label={t('awards:staged.overrideAward')}
              placeholder={t('awards:staged.noAward')}
              options={awards.map((award, at) => ({ value: String(at + 1), label: award.name }))}
            />
          )}
          <TextArea
            name="reason"
            label={t('awards:staged.overrideReason')}
            hint={t('awards:staged.overrideReasonHint')}
            rows={3}
            max={2000}
            required
          />
          <FormActions>
            <Button>{t('awards:staged.overrideSend')}</Button>
          </FormActions>
        </Form>
      </div>
    </details>
  );
}

/** Groups that share no judge: how many of each go on and are awarded. */
function Quotas() {
  const { t } = useTranslation();
  const { contest, round, staged } = useLoaderData<typeof loader>();
  const { panels, quotas, awards, pass, quotasMissing } = staged!;
  const open = round.state === 'CLOSED' && contest.may.decide;
  return (
    <Section title={t('awards:staged.quotas')}>
      <Notice tone={quotasMissing ? 'warning' : 'info'}>{t('awards:staged.quotasLead')}</Notice>
      <Form action={paths.panelQuotas(contest, round)} className="mt-4 max-w-form space-y-6">
        {panels.map(({ divisionId, division, component, entries }) => {
          const quota = quotas.find((one) => one.division === divisionId && one.component === component);
          return (
            <fieldset key={`${divisionId}-${component}`} className="space-y-3">
              <legend className="font-semibold">
                {t('awards:staged.quotaGroup', { division, number: component + 1, count: entries })}
              </legend>
              <FieldRow>
                <NumberField
                  name={`top.${divisionId}.${component}`}
                  label={t('awards:staged.quotaTop')}
                  defaultValue={quota ? quota.top : (pass?.top ?? null)}
                  disabled={!open}
                />
                {awards.map((award, at) => (
                  <NumberField
                    key={award.name}
                    name={`places.${divisionId}.${component}.${at}`}
                    label={t('awards:staged.quotaAward', { name: award.name })}
                    defaultValue={quota ? quota.places[at] : award.places}
                    disabled={!open}
                  />
                ))}
              </FieldRow>
            </fieldset>
          );
        })}
        {open && (
          <FormActions>
            <Button tone="secondary">{t('awards:staged.quotaSave')}</Button>
          </FormActions>
        )}
      </Form>
    </Section>
  );
}
