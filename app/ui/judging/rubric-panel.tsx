import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readMark } from '#app/domain/judging/read-mark.ts';
import type { CriterionMarks } from '#app/domain/judging/saved-marks.ts';
import { sheetTotal } from '#app/domain/judging/scoring.ts';
import type { Because } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { MarkField } from '#app/ui/controls/mark-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { SaveState } from '#app/ui/controls/save-state.tsx';
import { useMarks } from './use-marks.ts';

export type SheetCriterion = CriterionMarks & {
  id: string;
  name: string;
  description: string;
  weight: number;
  min: number;
  max: number;
  step: number;
  anchors: { mark: number; text: string }[];
};

/**
 * The rubric of a sheet. Without script one form with every criterion and two buttons; with it each mark is saved as it is
 * given, on a bad line kept on the device, and the form only hands the sheet in.
 */
export function RubricPanel({
  person,
  sheet,
  criteria,
  keys,
  whyNotMark,
}: {
  /** Whose device copy this is. */
  person: string;
  sheet: { id: string };
  criteria: readonly SheetCriterion[];
  /** A key for each criterion, made with the page: sending the same form twice is harmless. */
  keys: Readonly<Record<string, string>>;
  whyNotMark: Because | null;
}) {
  const { t } = useTranslation();
  const say = useBecause();
  const marks = useMarks({ person, sheet: sheet.id, criteria });
  const [emptied, setEmptied] = useState<Record<string, true>>({});
  const [unsent, setUnsent] = useState(false);
  const settled = useRef(false);
  const closed = whyNotMark !== null;
  const present = (criterion: SheetCriterion) => marks.view?.criteria[criterion.id] ?? criterion;
  const typedOf = (criterion: SheetCriterion) => {
    if (emptied[criterion.id]) return '';
    return marks.shown(criterion.id) ?? (criterion.value === null ? '' : String(criterion.value));
  };
  const given = new Map(
    criteria.flatMap((criterion) => {
      const { value } = readMark(criterion, typedOf(criterion));
      return value === null ? [] : [[criterion.id, value] as const];
    }),
  );
  const total = criteria.length === 0 ? null : sheetTotal(criteria, given);
  const left = criteria.length - given.size;

  return (
    <Form
      id="phieu"
      label={t('judging:sheet.rubric')}
      className="space-y-5"
      onSubmit={async (event) => {
        const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
        if (marks.view === null || settled.current) {
          settled.current = false;
          return;
        }
        const form = event.currentTarget;
        event.preventDefault();
        const all = await marks.settle();
        setUnsent(!all);
        if (!all) return;
        // A choice that waits is made by the judge and never by handing in.
        if (form.querySelector('[data-choosing]') !== null) {
          form.querySelector<HTMLElement>('[data-choosing] button')?.focus();
          return;
        }
        // Where nothing was left to send this event is still on its way, and a browser passes over a form that is sent meanwhile.
        setTimeout(() => {
          settled.current = true;
          form.requestSubmit(submitter);
        });
      }}
    >
      {criteria.map((criterion) => {
        const { value, revision, asides } = present(criterion);
        const typed = typedOf(criterion);
        const problem = marks.view?.problems[criterion.id];
        return (
          <div key={criterion.id}>
            <HiddenField
              name={`was.${criterion.id}`}
              value={value === null || (asides.length > 0 && !closed) ? '' : String(value)}
            />
            <HiddenField name={`basedOn.${criterion.id}`} value={revision} />
            <HiddenField name={`key.${criterion.id}`} value={keys[criterion.id] ?? ''} />
            <MarkField
              name={`mark.${criterion.id}`}
              label={criterion.name}
              description={criterion.description}
              scale={criterion}
              anchors={criterion.anchors}
              value={typed}
              disabled={closed}
              scripted={marks.view !== null}
              problem={problem && say(problem)}
              onMark={(next) => {
                setEmptied(({ [criterion.id]: _, ...others }) =>
                  next.trim() === '' ? { ...others, [criterion.id]: true } : others,
                );
                const whole = criterion.anchors.some(({ mark }) => String(mark) === next);
                marks.mark(criterion.id, next, { at: whole ? 'once' : 'rest' });
              }}
            >
              {asides.length > 0 && !closed && (
                <Choosing
                  criterion={criterion}
                  value={value}
                  asides={asides}
                  choose={(chosen) => {
                    marks.mark(criterion.id, String(chosen), { at: 'once', settles: asides.map(({ id }) => id) });
                  }}
                  scripted={marks.view !== null}
                />
              )}
            </MarkField>
          </div>
        );
      })}
      {marks.view?.late && (
        <Notice tone="warning">
          {say(marks.view.late)} {t('judging:sheet.lateKept')}
        </Notice>
      )}
      {marks.view?.because && (
        <Notice tone="danger" title={t('judging:sheet.notTaken')}>
          {say(marks.view.because)}
        </Notice>
      )}
      {unsent && (
        <Notice tone="danger" alert title={t('judging:sheet.unsentTitle')}>
          {t('judging:sheet.unsent')}
        </Notice>
      )}
      <div className="sticky bottom-0 z-10 -mx-4 space-y-1 border-t border-line bg-surface px-4 py-3 sm:mx-0 sm:rounded-card sm:border">
        <div className="flex items-center justify-between gap-4">
          <p>
            <span className="block text-xs text-muted">{t('judging:sheet.total')}</span>
            <output className="figures text-2xl font-bold">
              {total === null ? '–' : <Num value={total} digits={2} />}
            </output>
            <span className="text-muted"> / 100</span>
          </p>
          {!closed && (
            <div className="flex gap-2">
              {marks.view === null && <Button tone="secondary">{t('judging:sheet.save')}</Button>}
              <Button formAction={paths.sheetSubmission(sheet)} icon="check">
                {t('judging:sheet.submit')}
              </Button>
            </div>
          )}
        </div>
        <div className="flex flex-wrap justify-between gap-x-4">
          {marks.view !== null && marks.view.state !== 'idle' && (
            <SaveState state={marks.view.state} at={marks.view.savedAt} />
          )}
          {left > 0 && <p className="text-sm text-muted">{t('judging:sheet.left', { count: left })}</p>}
        </div>
      </div>
    </Form>
  );
}

/** Two devices gave two marks: the one in force and those that wait; the judge says which one holds. */
function Choosing({
  criterion,
  value,
  asides,
  choose,
  scripted,
}: {
  criterion: SheetCriterion;
  value: number | null;
  asides: readonly { id: string; value: number }[];
  choose: (value: number) => void;
  scripted: boolean;
}) {
  const { t } = useTranslation();
  const values = [...new Set([...(value === null ? [] : [value]), ...asides.map((aside) => aside.value)])];
  return (
    <div data-choosing>
      <Notice tone="warning" title={t('judging:sheet.twoMarks')}>
        <p>{t('judging:sheet.twoMarksWhy')}</p>
        <HiddenField name={`settles.${criterion.id}`} value={asides.map(({ id }) => id).join(' ')} />
        {scripted ? (
          <div className="mt-2 flex flex-wrap gap-2">
            {values.map((one) => (
              <Button key={one} type="button" tone="secondary" size="sm" onClick={() => choose(one)}>
                {t('judging:sheet.keep', { mark: one })}
              </Button>
            ))}
          </div>
        ) : (
          <p className="mt-1">{t('judging:sheet.twoMarksType', { marks: values.join(', ') })}</p>
        )}
      </Notice>
    </div>
  );
}
