import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IdeaStage, ideaStages, lookingFors } from '#app/domain/ideas/idea.ts';
import { sectionLimits } from '#app/domain/ideas/idea-form.ts';
import type { IdeaDraftText, Section } from '#app/domain/ideas/idea-text.ts';
import type { FieldReasons } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { SaveState } from '#app/ui/controls/save-state.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { useShell } from '#app/ui/layout/viewer.ts';
import { formatClock } from '#app/words/format.ts';
import { useFieldName } from './field-name.ts';
import { useAutosave } from './use-autosave.ts';

type Place = { id: number; name: string };

export type EditedDraft = {
  id: string;
  slug: string;
  text: IdeaDraftText;
  revision: number;
  savedAt: Date;
  published: boolean;
  stage: IdeaStage;
  fields: { id: string; nameVi: string; nameEn: string }[];
  places: { units: (Place & { confirmed: boolean })[]; provinces: Place[] };
};

export const editorSteps = ['idea', 'problem', 'solution', 'method', 'people', 'files'] as const;
export type EditorStep = (typeof editorSteps)[number];

/** Which step a part of the text stands in, for leading somebody to what is missing. */
export const stepOf: Record<keyof IdeaDraftText, EditorStep> = {
  title: 'idea',
  abstract: 'idea',
  fieldId: 'idea',
  unitId: 'idea',
  problem: 'problem',
  solution: 'solution',
  novelty: 'solution',
  method: 'method',
  progress: 'method',
  beneficiaries: 'people',
  needs: 'people',
  lookingFor: 'people',
};

/** On a phone, and only where script runs, one step is shown at a time; everywhere else all of them. */
export function stepLook(step: EditorStep, present: EditorStep | null): string {
  return present === null || present === step ? '' : 'max-sm:hidden';
}

function Telling({ section, text, rows }: { section: Section; text: IdeaDraftText; rows: number }) {
  const { t } = useTranslation();
  const { min, max } = sectionLimits[section];
  return (
    <TextArea
      name={section}
      label={t(`ideas:sections.${section}`)}
      hint={t(`ideas:hints.${section}`)}
      example={t(`ideas:examples.${section}`)}
      rows={rows}
      max={max}
      optional={min === 0}
      defaultValue={text[section]}
    />
  );
}

/** Milliseconds in which a time without its day is plain enough. */
const today = 12 * 3_600_000;

/** The text of an idea, saved as it is typed. Without script the same form, with a button that saves. */
export function DraftEditor({
  draft,
  me,
  step,
  missing,
}: {
  draft: EditedDraft;
  me: string;
  step: EditorStep | null;
  /** Shown beside the fields when somebody asked what is missing. */
  missing: FieldReasons | null;
}) {
  const { t } = useTranslation();
  const say = useBecause();
  const fieldName = useFieldName();
  const shell = useShell();
  const holder = useRef<HTMLDivElement>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const autosave = useAutosave({
    holder,
    address: paths.ideaDraftSaving(draft),
    person: me,
    idea: draft.id,
    revision: draft.revision,
    savedAt: new Date(draft.savedAt).toISOString(),
    fresh: shell !== undefined && new Date(shell.now).getTime() - new Date(draft.savedAt).getTime() < today,
  });
  const beside = autosave.refused?.refusal.fields ?? missing;
  const placed = [
    ...draft.places.units.map((unit) => ({
      value: String(unit.id),
      label: unit.confirmed ? unit.name : t('ideas:editor.unconfirmed', { name: unit.name }),
      group: t('ideas:editor.myUnits'),
    })),
    ...draft.places.provinces.map((unit) => ({
      value: String(unit.id),
      label: unit.name,
      group: t('ideas:editor.provinces'),
    })),
  ];
  const { text } = draft;
  return (
    <div ref={holder} className="space-y-6">
      <div className="sticky top-16 z-10 -mx-4 flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line bg-paper px-4 py-1.5 sm:mx-0 sm:px-0">
        {step !== null && (
          <p className="text-sm font-semibold sm:hidden">
            {t('ideas:editor.step', {
              step: editorSteps.indexOf(step) + 1,
              steps: editorSteps.length,
              name: t(`ideas:editor.steps.${step}`),
            })}
          </p>
        )}
        {autosave.state === 'idle' ? (
          <p role="status" className="text-sm text-muted">
            {t('ideas:begin.savedAt')} <Time at={draft.savedAt} />
          </p>
        ) : (
          <SaveState state={autosave.state} at={autosave.savedAt} />
        )}
      </div>
      {autosave.restoredAt && (
        <Notice tone="success">{t('ideas:editor.restored', { at: formatClock(autosave.restoredAt) })}</Notice>
      )}
      {autosave.signedOut && <Notice tone="warning">{t('ideas:editor.signedOut')}</Notice>}
      {autosave.refused && !autosave.signedOut && (
        <Notice tone="warning">
          {autosave.refused.refusal.because ? say(autosave.refused.refusal.because) : t('ideas:editor.refused')}
        </Notice>
      )}
      {autosave.ahead && (
        <Notice tone="warning" title={t('ideas:editor.aheadTitle')}>
          <p>{t('ideas:editor.ahead')}</p>
          <p className="mt-2">
            <ButtonLink to={paths.ideaDraft(draft)} reloadDocument tone="secondary" size="sm">
              {t('ideas:editor.reload')}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <Form
        id="idea"
        label={t('ideas:editor.title')}
        onInput={autosave.touch}
        beside={beside ? { refusal: { kind: 'not-valid', fields: beside } } : undefined}
      >
        <HiddenField name="basedOn" value={draft.revision} />
        <div className={`space-y-6 ${stepLook('idea', step)}`}>
          <TextField
            name="title"
            label={t('ideas:sections.title')}
            hint={t('ideas:hints.title')}
            max={sectionLimits.title.max}
            defaultValue={text.title}
          />
          <Telling section="abstract" text={text} rows={3} />
          <FieldRow>
            <Select
              name="fieldId"
              label={t('ideas:sections.fieldId')}
              hint={t('ideas:hints.fieldId')}
              placeholder={t('ideas:editor.chooseField')}
              options={draft.fields.map((field) => ({ value: field.id, label: fieldName(field) }))}
              defaultValue={text.fieldId}
            />
            <Select
              name="unitId"
              label={t('ideas:sections.unitId')}
              placeholder={t('ideas:editor.chooseUnit')}
              hint={t('ideas:hints.unitId')}
              options={placed}
              defaultValue={text.unitId}
            />
          </FieldRow>
        </div>
        <div className={`space-y-6 ${stepLook('problem', step)}`}>
          <Telling section="problem" text={text} rows={6} />
        </div>
        <div className={`space-y-6 ${stepLook('solution', step)}`}>
          <Telling section="solution" text={text} rows={7} />
          <Telling section="novelty" text={text} rows={4} />
        </div>
        <div className={`space-y-6 ${stepLook('method', step)}`}>
          <Telling section="method" text={text} rows={6} />
          <Telling section="progress" text={text} rows={4} />
          {!draft.published && (
            <Select
              name="stage"
              label={t('ideas:sections.stage')}
              hint={t('ideas:editor.stageHint')}
              options={ideaStages.map((stage) => ({ value: stage, label: t(`ideas:stages.${stage}`) }))}
              defaultValue={draft.stage}
            />
          )}
        </div>
        <div className={`space-y-6 ${stepLook('people', step)}`}>
          <Telling section="beneficiaries" text={text} rows={4} />
          <Telling section="needs" text={text} rows={4} />
          <Checkboxes
            name="lookingFor"
            label={t('ideas:sections.lookingFor')}
            hint={t('ideas:hints.lookingFor')}
            columns={3}
            options={lookingFors.map((one) => ({
              value: one,
              label: t(`ideas:lookingFor.${one}`),
              hint: t(`ideas:lookingForHints.${one}`),
            }))}
            defaultValue={text.lookingFor}
          />
        </div>
        <div className={`flex flex-wrap gap-3 ${scripted ? 'max-sm:hidden' : ''}`}>
          <Button name="next" value="preview" icon="eye">
            {t('ideas:editor.preview')}
          </Button>
          <Button name="next" value="stay" tone="secondary">
            {t('ideas:editor.saveDraft')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
