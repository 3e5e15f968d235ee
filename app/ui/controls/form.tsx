import { Form as RemixForm, useActionData, useFetcher, useNavigation } from '@remix-run/react';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Because, Refused } from '#app/domain/refusal.ts';
import { RefusalNotice } from './refusal-notice.tsx';

type FormState = {
  prefix: string;
  refused: Refused | undefined;
  firstWrong: string | undefined;
  busy: boolean;
};

const FormContext = createContext<FormState>({ prefix: '', refused: undefined, firstWrong: undefined, busy: false });

/** Whether a value is the answer of a door that refused, and not what another action returned. */
export function isRefused(data: unknown): data is Refused {
  return typeof data === 'object' && data !== null && 'refusal' in data;
}

/** Turns a domain's reason into the sentence of the language in use. */
export function useBecause(): (because: Because) => string {
  const { t } = useTranslation();
  return (because) => t(because.key, because.values ?? {});
}

export function useFormState(): FormState {
  return useContext(FormContext);
}

/** What a control needs to know about its name: where it lives, what was typed there, and what is wrong with it. */
export function useField(name: string) {
  const { prefix, refused, firstWrong } = useContext(FormContext);
  const say = useBecause();
  const errors = (refused?.refusal.fields?.[name] ?? []).map(say);
  const id = `${prefix}${name}`;
  const typed = refused?.typed?.[name];
  return {
    id,
    errors,
    wrong: errors.length > 0,
    first: firstWrong === name,
    submitted: refused?.typed !== undefined,
    typed: Array.isArray(typed) ? typed[0] : typed,
    typedAll: typed === undefined ? undefined : Array.isArray(typed) ? typed : [typed],
    errorId: `${id}-error`,
    hintId: `${id}-hint`,
  };
}

type FormProps = {
  action?: string;
  method?: 'get' | 'post';
  encType?: 'application/x-www-form-urlencoded' | 'multipart/form-data';
  id?: string;
  label?: string;
  className?: string;
  children: ReactNode;
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  onInput?: (event: FormEvent<HTMLFormElement>) => void;
  /** Reasons to show beside the fields though nobody pressed a button: a check of a draft, a save that was refused. */
  beside?: Refused;
};

/** What an act answered last; nothing once a later sending went through, though the fetcher still holds the refusal before it. */
function useLastAnswer({ state, data }: { state: string; data: unknown }): unknown {
  const before = useRef<unknown>(undefined);
  const [passed, setPassed] = useState<unknown>(undefined);
  useEffect(() => {
    if (state === 'submitting') before.current = data;
    if (state !== 'idle') return;
    if (before.current !== undefined && before.current === data) setPassed(data);
    before.current = undefined;
  }, [state, data]);
  return data === passed ? undefined : data;
}

/**
 * A form whose controls show by themselves what the door refused and what was typed. Without `action` it posts to the page it
 * is on; with `action` it posts to an act, and its refusal appears here when script runs, on the act's own page when not.
 */
export function Form({
  action,
  method = 'post',
  label,
  className = 'space-y-6',
  children,
  beside,
  ...rest
}: FormProps) {
  const pageData = useActionData<unknown>();
  const fetcher = useFetcher<unknown>();
  const acted = useLastAnswer(fetcher);
  const navigation = useNavigation();
  const generated = `f${useId().replaceAll(':', '')}-`;
  const prefix = rest.id ? `${rest.id}-` : generated;
  const elsewhere = action !== undefined && method === 'post';
  const answer = elsewhere ? acted : method === 'post' ? pageData : undefined;
  const refused = isRefused(answer) ? answer : undefined;
  const firstWrong = refused?.refusal.fields && Object.keys(refused.refusal.fields)[0];
  const busy = elsewhere
    ? fetcher.state !== 'idle'
    : method === 'post' && navigation.state !== 'idle' && navigation.formMethod === 'POST';
  const root = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!refused) return;
    const wrong = root.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const target = wrong ?? root.current?.querySelector<HTMLElement>('[data-refusal]');
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  }, [refused]);

  const shown = refused ?? beside;
  const state = useMemo(() => ({ prefix, refused: shown, firstWrong, busy }), [prefix, shown, firstWrong, busy]);
  const Tag = elsewhere ? fetcher.Form : RemixForm;
  return (
    <FormContext.Provider value={state}>
      <Tag ref={root} action={action} method={method} aria-label={label} className={className} noValidate {...rest}>
        {refused && <RefusalNotice refused={refused} prefix={prefix} />}
        {children}
      </Tag>
    </FormContext.Provider>
  );
}
