import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { marksOf } from '#app/domain/contests/rubric.ts';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { writeDecimal } from '#app/words/format.ts';
import { buttonLook } from './button.tsx';
import { cardLook } from './choice.tsx';
import { FieldErrors, inputLook } from './field.tsx';
import { useField } from './form.tsx';
import { Num } from './num.tsx';

type Scale = { min: number; max: number; step: number };
type Anchor = { mark: number; text: string };

/**
 * A mark on one criterion. A short scale is a row of buttons to tap; a long one is a box that asks for digits, with what marks
 * mean beside it to be tapped. Works as a plain field of its form; with script the page is told of every change.
 */
export function MarkField({
  name,
  label,
  description,
  scale,
  anchors,
  value,
  disabled,
  scripted,
  problem,
  onMark,
  children,
}: {
  name: string;
  label: ReactNode;
  description?: ReactNode;
  scale: Scale;
  anchors: readonly Anchor[];
  /** As typed; '' while there is no mark. */
  value: string;
  disabled?: boolean;
  /** Script has taken the page over: every change is told to the page, and marks may be tapped. */
  scripted: boolean;
  /** What the server said about this mark after it was sent by script. */
  problem?: string;
  onMark: (typed: string) => void;
  /** What goes with the mark: its state, a choice that waits. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const field = useField(name);
  const hintId = useId();
  const marks = marksOf(scale);
  const shown = scripted ? value : (field.typed ?? value);
  const errors = problem !== undefined ? [problem] : !scripted || value === (field.typed ?? '') ? field.errors : [];
  const wrong = errors.length > 0 || undefined;
  const range = t('judging:sheet.scale', scale);
  const meaning = anchors.length > 0 && (
    <ul className="space-y-1 text-sm">
      {anchors.map(({ mark, text }) => (
        <li key={mark} className="flex items-start gap-2">
          {marks.length === 0 && !disabled && scripted ? (
            <button
              type="button"
              onClick={() => onMark(String(mark))}
              aria-label={t('judging:sheet.give', { mark, text })}
              className={`figures ${buttonLook('secondary', 'sm')} min-w-12`}
            >
              <Num value={mark} />
            </button>
          ) : (
            <span className="figures min-w-8 text-right font-semibold">
              <Num value={mark} />
            </span>
          )}
          <span className="min-w-0 pt-0.5 text-muted">{text}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      aria-describedby={wrong ? field.errorId : hintId}
      aria-invalid={wrong}
      className="min-w-0 space-y-2.5 border-b border-line pb-5"
    >
      <legend className="font-semibold">{label}</legend>
      <p id={hintId} className="text-sm text-muted">
        {description} {range}
      </p>
      {marks.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {marks.map((mark) => (
            <label key={mark} className={`${cardLook} min-w-12 items-center justify-center gap-1.5 px-3`}>
              <input
                type="radio"
                name={name}
                value={mark}
                checked={shown === String(mark)}
                disabled={disabled}
                onChange={() => onMark(String(mark))}
                className="size-4 shrink-0 outline-none"
              />
              <span className="figures font-semibold">
                <Num value={mark} />
              </span>
            </label>
          ))}
        </div>
      ) : (
        <input
          aria-label={typeof label === 'string' ? label : undefined}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={writeDecimal(shown, locale)}
          disabled={disabled}
          aria-invalid={wrong}
          onChange={(event) => onMark(event.currentTarget.value)}
          className={`${inputLook} figures max-w-32 text-lg`}
        />
      )}
      {meaning}
      <FieldErrors id={field.errorId} errors={errors} />
      {children}
    </fieldset>
  );
}
