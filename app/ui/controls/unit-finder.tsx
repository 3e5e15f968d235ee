import { useFetcher } from '@remix-run/react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { cardLook } from './choice.tsx';
import { describedBy, Field, inputLook } from './field.tsx';
import { useField, useFormState } from './form.tsx';
import { Icon } from './icon.tsx';

export type UnitOption = { id: number; label: string; formerly: string | null };

/**
 * Finds one of thousands of units by a few letters. With script it offers while one types; without, the form comes back with
 * the units that the words may mean, to pick one. Sends `unit` (the id picked) and `unitText` (the words).
 */
export function UnitFinder({
  label,
  hint,
  optional,
  current,
}: {
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  current?: { id: number; label: string } | null;
}) {
  const { t } = useTranslation();
  const field = useField('unit');
  const words = useField('unitText');
  const offered = useOffered();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <Field
      {...field}
      errorId={`${field.id}-error`}
      label={label}
      hint={hint ?? t('units:finder.hint')}
      optional={optional}
      after={offered.length > 0 ? <Offered options={offered} picked={field.typed} /> : undefined}
    >
      {scripted && offered.length === 0 ? (
        <Combobox field={field} typed={words.typed} picked={field.typed} current={current} described={hint ?? true} />
      ) : (
        <input
          id={field.id}
          name="unitText"
          type="text"
          autoComplete="off"
          defaultValue={words.typed ?? current?.label ?? ''}
          aria-invalid={field.wrong || undefined}
          aria-describedby={describedBy(field, hint ?? true)}
          className={inputLook}
        />
      )}
    </Field>
  );
}

/** The units that a refused form's words may mean: the reason carries them. */
function useOffered(): UnitOption[] {
  const { refused } = useFormState();
  const reason = refused?.refusal.fields?.unit?.find((one) => one.key === 'units:problems.several');
  const choices = reason?.values?.choices;
  return typeof choices === 'string' ? (JSON.parse(choices) as UnitOption[]) : [];
}

function Offered({ options, picked }: { options: UnitOption[]; picked: string | undefined }) {
  const { t } = useTranslation();
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm text-muted">{t('units:finder.pick')}</legend>
      {options.map((option) => (
        <label key={option.id} className={cardLook}>
          <input
            type="radio"
            name="unit"
            value={option.id}
            defaultChecked={picked === String(option.id)}
            className="mt-1 size-4.5 shrink-0 outline-none"
          />
          <OptionWords option={option} />
        </label>
      ))}
    </fieldset>
  );
}

function OptionWords({ option }: { option: UnitOption }) {
  const { t } = useTranslation();
  return (
    <span className="min-w-0">
      <span className="block font-semibold">{option.label}</span>
      {option.formerly && (
        <span className="block text-sm text-muted">{t('units:finder.formerly', { name: option.formerly })}</span>
      )}
    </span>
  );
}

type ComboboxProps = {
  field: ReturnType<typeof useField>;
  typed: string | undefined;
  picked: string | undefined;
  current?: { id: number; label: string } | null;
  described: unknown;
};

function Combobox({ field, typed, picked, current, described }: ComboboxProps) {
  const { t } = useTranslation();
  const listId = useId();
  const fetcher = useFetcher<{ q: string; units: UnitOption[] }>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [text, setText] = useState(typed ?? current?.label ?? '');
  const [unit, setUnit] = useState(picked ?? (typed === undefined && current ? String(current.id) : ''));
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const options = text.trim() === '' ? [] : (fetcher.data?.units ?? []);
  const none =
    fetcher.data !== undefined && fetcher.data.q === text.trim() && options.length === 0 && text.trim() !== '';
  const shown = open && (options.length > 0 || none);

  const ask = (value: string) => {
    setText(value);
    setUnit('');
    setActive(-1);
    setOpen(true);
    clearTimeout(timer.current);
    const q = value.trim();
    if (q !== '') timer.current = setTimeout(() => fetcher.load(paths.unitFinding({ q })), 160);
  };
  const pick = (option: UnitOption) => {
    setText(option.label);
    setUnit(String(option.id));
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + options.length) % options.length);
    }
    const option = options[active];
    if (event.key === 'Enter' && shown && option) {
      event.preventDefault();
      pick(option);
    }
  };
  return (
    <div className="relative">
      <input type="hidden" name="unit" value={unit} />
      <input
        id={field.id}
        name="unitText"
        type="text"
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        aria-invalid={field.wrong || undefined}
        aria-describedby={describedBy(field, described)}
        className={`${inputLook} pr-11`}
      />
      {unit !== '' && (
        <Icon name="check" className="pointer-events-none absolute top-3.5 right-3.5 size-4.5 text-ok-ink" />
      )}
      <div
        id={listId}
        role="listbox"
        aria-label={t('units:finder.list')}
        hidden={!shown}
        className="absolute z-10 mt-1 max-h-80 w-full overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-lift"
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the text box, which moves the active option
          // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus, as the pattern of a combobox wants
          <div
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
            className={`min-h-11 cursor-pointer rounded-field px-3 py-2 hover:bg-action-soft ${index === active ? 'bg-action-soft' : ''}`}
          >
            <OptionWords option={option} />
          </div>
        ))}
        {none && <p className="px-3 py-2 text-muted">{t('units:finder.none')}</p>}
      </div>
    </div>
  );
}
