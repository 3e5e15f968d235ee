import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changeContest } from '#app/domain/contests/change-contest.server.ts';
import { contestForm } from '#app/domain/contests/contest-form.ts';
import { outsideRules } from '#app/domain/contests/contest-rules.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { AmendmentFields } from '#app/ui/contests/amendment-fields.tsx';
import { Contradictions } from '#app/ui/contests/contradictions.tsx';
import { FrozenMark } from '#app/ui/contests/frozen-mark.tsx';
import { ManagedContestTabs } from '#app/ui/contests/managed-contest-tabs.tsx';
import { RulesText } from '#app/ui/contests/rules-text.tsx';
import { useRulesReading } from '#app/ui/contests/use-rules-reading.ts';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { DateTimeField } from '#app/ui/controls/date-time-field.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:managed.rules')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
  fields: await findFields(),
}));

export const action = forOfficers(async ({ person, part, form }) => {
  const { slug } = await changeContest({ by: person, slug: part('slug'), form: await form(contestForm) });
  return redirect(paths.contestSettings({ slug }));
});

export default function ContestSettings() {
  const { t } = useTranslation();
  const refused = useActionData() !== undefined;
  const { contest, fields } = useLoaderData<typeof loader>();
  const reading = useRulesReading(contest, 'the-le');
  const text = (
    <RulesText
      rules={reading.rules}
      host={contest.host.name}
      rounds={contest.rounds}
      divisions={contest.divisions}
      fields={fields}
    />
  );
  return (
    <Page
      title={contest.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('organising:managed.title') },
      ]}
    >
      <ManagedContestTabs contest={contest} />
      {contest.may.prepare ? (
        <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)]">
          <RulesForm onInput={reading.onInput} />
          <section
            aria-label={t('organising:rules.readable')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
            tabIndex={0}
            className="lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:overflow-y-auto"
          >
            <Section
              title={t('organising:rules.readable')}
              lead={t(reading.unread ? 'organising:rules.unread' : 'organising:rules.readableLead')}
            >
              <div className="space-y-5" aria-live="polite">
                <Contradictions contest={contest} contradictions={reading.contradictions} />
                <div className="rounded-card border border-line bg-surface p-5">{text}</div>
              </div>
            </Section>
          </section>
        </div>
      ) : (
        <div className="max-w-reading space-y-8">
          {contest.frozen ? (
            <FrozenMark contest={contest} frozen={contest.frozen} />
          ) : (
            <Notice>{t('contests:refusals.notPreparing')}</Notice>
          )}
          {contest.may.amend && (
            <details open={refused}>
              <summary className={buttonLook('secondary')}>{t('organising:amending.title')}</summary>
              <div className="mt-5 max-w-form">
                <RulesForm onInput={reading.onInput} />
              </div>
            </details>
          )}
          <Contradictions contest={contest} contradictions={reading.contradictions} at="rules" />
          {text}
        </div>
      )}
    </Page>
  );
}

function RulesForm({ onInput }: { onInput: (event: FormEvent<HTMLFormElement>) => void }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { contest, fields } = useLoaderData<typeof loader>();
  const { entrants, entries, blind, conflicts, judging, prizes, more } = contest.rules;
  return (
    <Form className="space-y-8" onInput={onInput}>
      <Section title={t('organising:groups.contest')} small>
        <div className="space-y-5">
          <TextField name="name" label={t('organising:fields.name')} defaultValue={contest.name} max={200} required />
          <TextArea
            name="summary"
            label={t('organising:fields.summary')}
            hint={t('organising:hints.summary')}
            defaultValue={contest.summary}
            rows={4}
            max={2000}
          />
          <FieldRow>
            <DateTimeField
              name="opensAt"
              label={t('organising:fields.opensAt')}
              defaultValue={contest.opensAt}
              required
            />
            <DateTimeField
              name="closesAt"
              label={t('organising:fields.closesAt')}
              defaultValue={contest.closesAt}
              required
            />
          </FieldRow>
        </div>
      </Section>
      <Section title={t('contests:rules.who')} small>
        <div className="space-y-5">
          <Choice
            name="from"
            label={t('organising:fields.from')}
            defaultValue={entrants.from}
            options={[
              { value: 'host', label: t('organising:choices.fromHost', { host: contest.host.name }) },
              { value: 'anyone', label: t('organising:choices.fromAnyone') },
            ]}
          />
          <Checkbox
            name="confirmedMembership"
            label={t('organising:fields.confirmedMembership')}
            hint={t('organising:hints.confirmedMembership')}
            defaultChecked={entrants.confirmedMembership}
          />
          <FieldRow>
            <NumberField name="minAge" label={t('organising:fields.minAge')} defaultValue={entrants.minAge} optional />
            <NumberField name="maxAge" label={t('organising:fields.maxAge')} defaultValue={entrants.maxAge} optional />
          </FieldRow>
          <DateField
            name="ageOn"
            label={t('organising:fields.ageOn')}
            hint={t('organising:hints.ageOn')}
            defaultValue={entrants.ageOn ?? ''}
            optional
          />
          <FieldRow>
            <NumberField
              name="teamMin"
              label={t('organising:fields.teamMin')}
              defaultValue={entrants.teamMin}
              required
            />
            <NumberField
              name="teamMax"
              label={t('organising:fields.teamMax')}
              defaultValue={entrants.teamMax}
              required
            />
          </FieldRow>
          <NumberField
            name="unitShare"
            label={t('organising:fields.unitShare')}
            hint={t('organising:hints.unitShare')}
            defaultValue={entrants.unitShare}
            optional
          />
          <Checkboxes
            name="outside"
            label={t('organising:fields.outside')}
            hint={t('organising:hints.outside')}
            defaultValue={entrants.outside}
            options={outsideRules.map((rule) => ({ value: rule, label: t(`organising:outside.rules.${rule}`) }))}
          />
        </div>
      </Section>
      <Section title={t('contests:rules.what')} small>
        <div className="space-y-5">
          <Choice
            name="versions"
            label={t('organising:fields.versions')}
            defaultValue={entries.versions}
            options={[
              { value: 'published', label: t('organising:choices.published') },
              { value: 'submitted', label: t('organising:choices.submitted') },
            ]}
          />
          <FieldRow>
            <NumberField
              name="perLead"
              label={t('organising:fields.perLead')}
              defaultValue={entries.perLead}
              optional
            />
            <NumberField
              name="perPerson"
              label={t('organising:fields.perPerson')}
              defaultValue={entries.perPerson}
              optional
            />
          </FieldRow>
          <FieldRow>
            <NumberField
              name="perSolo"
              label={t('organising:fields.perSolo')}
              defaultValue={entries.perSolo}
              optional
            />
            <NumberField
              name="perUnit"
              label={t('organising:fields.perUnit')}
              defaultValue={entries.perUnit}
              optional
            />
          </FieldRow>
          <details open={entries.fieldIds.length > 0}>
            <summary className="link">{t('organising:fields.fieldIds')}</summary>
            <div className="mt-3">
              <Checkboxes
                name="fieldIds"
                label={t('organising:fields.fieldIds')}
                hint={t('organising:hints.fieldIds')}
                columns={2}
                defaultValue={entries.fieldIds}
                options={fields.map((field) => ({ value: field.id, label: fieldName(field) }))}
              />
            </div>
          </details>
          <TextArea
            name="questions"
            label={t('organising:fields.questions')}
            hint={t('organising:hints.questions')}
            defaultValue={entries.questions.join('\n')}
            rows={3}
            optional
          />
          <NumberField
            name="minFiles"
            label={t('organising:fields.minFiles')}
            defaultValue={entries.minFiles}
            optional
          />
        </div>
      </Section>
      <Section title={t('contests:rules.judged')} small>
        <div className="space-y-3">
          <Checkbox
            name="blind"
            label={t('organising:fields.blind')}
            hint={t('organising:hints.blind')}
            defaultChecked={blind}
          />
          <Checkbox
            name="sameUnit"
            label={t('organising:fields.sameUnit')}
            hint={t('organising:hints.sameUnit', { host: contest.host.name })}
            defaultChecked={conflicts.sameUnit}
          />
          <FieldRow>
            <NumberField
              name="gap"
              decimals
              label={t('organising:fields.gap')}
              hint={t('organising:hints.gap')}
              defaultValue={judging.gap}
              optional
            />
            <NumberField
              name="quorum"
              label={t('organising:fields.quorum')}
              hint={t('organising:hints.quorum')}
              defaultValue={judging.quorum}
              optional
            />
          </FieldRow>
        </div>
      </Section>
      <Section title={t('organising:groups.words')} small>
        <div className="space-y-5">
          <TextArea
            name="prizes"
            label={t('contests:page.prizes')}
            hint={t('organising:hints.prizes')}
            defaultValue={prizes}
            rows={4}
            max={10_000}
            optional
          />
          <TextArea
            name="more"
            label={t('contests:rules.more')}
            hint={t('organising:hints.more')}
            defaultValue={more}
            rows={6}
            max={50_000}
            optional
          />
        </div>
      </Section>
      {contest.state !== 'DRAFT' && <AmendmentFields />}
      <FormActions sticky>
        <Button>{t(contest.state === 'DRAFT' ? 'organising:save' : 'organising:amending.send')}</Button>
      </FormActions>
    </Form>
  );
}
