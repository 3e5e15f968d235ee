import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Refused } from '#app/domain/refusal.ts';
import type { Saving } from '#app/ui/controls/save-state.tsx';
import { dropCopy, findCopy, keepCopy, type LocalCopy } from './local-copies.ts';

/** What the address that saves drafts answers. */
type Answer =
  | { outcome: 'saved'; revision: number; savedAt: string }
  | { outcome: 'aside'; revision: number; savedAt: string; asideId: string };

/** Milliseconds: after the last letter, at the latest while typing goes on, and before the next try on a bad line. */
const waits = { pause: 1200, longest: 10_000, retry: 8000 };

export type Autosave = {
  state: Saving;
  savedAt: string;
  /** The draft moved on elsewhere; what is typed here is kept apart. */
  ahead: boolean;
  /** When what was restored from this device had been typed. */
  restoredAt: string | null;
  refused: Refused | null;
  signedOut: boolean;
  touch: () => void;
};

function valuesOf(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form).entries()) {
    if (typeof value !== 'string' || name === 'basedOn') continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

function fill(form: HTMLFormElement, values: Record<string, string[]>): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      control.checked = values[control.name]?.includes(control.value) ?? false;
    } else if (
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement ||
      (control instanceof HTMLInputElement && control.type !== 'hidden')
    ) {
      const [value] = values[control.name] ?? [];
      if (value === undefined) continue;
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/**
 * Saves a form as it is typed in: soon after the last letter, again when the line is back, and what could not be sent
 * yet stays on this device. The server says when somebody else was faster; nothing is ever overwritten from here.
 */
export function useAutosave({
  holder,
  address,
  person,
  idea,
  revision,
  savedAt,
  fresh,
}: {
  /** What holds the form. */
  holder: RefObject<HTMLElement>;
  address: string;
  person: string;
  idea: string;
  revision: number;
  savedAt: string;
  /** Saved so lately that the time of the day says when. */
  fresh: boolean;
}): Autosave {
  const [seen, setSeen] = useState<Omit<Autosave, 'touch'>>({
    state: fresh ? 'saved' : 'idle',
    savedAt,
    ahead: false,
    restoredAt: null,
    refused: null,
    signedOut: false,
  });
  const basedOn = useRef(revision);
  const sent = useRef<string | null>(null);
  const dirtySince = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const busy = useRef(false);
  /** Stays when the page is left, so that the last words are still sent. */
  const live = useRef<HTMLFormElement | null>(null);

  const save = useCallback(async (): Promise<void> => {
    const element = live.current;
    if (element === null || dirtySince.current === null) return;
    clearTimeout(timer.current);
    if (busy.current) {
      timer.current = setTimeout(() => void save(), 300);
      return;
    }
    const values = valuesOf(element);
    const text = JSON.stringify(values);
    dirtySince.current = null;
    if (text === sent.current) {
      dropCopy(person, idea);
      return;
    }
    busy.current = true;
    setSeen((before) => ({ ...before, state: 'saving' }));
    const body = new URLSearchParams(Object.entries(values).flatMap(([name, all]) => all.map((one) => [name, one])));
    body.set('basedOn', String(basedOn.current));
    const later = () => {
      dirtySince.current ??= Date.now();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), waits.retry);
    };
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body,
        credentials: 'same-origin',
      });
      const answer = (await response.json()) as Answer | Refused;
      if (response.ok && 'outcome' in answer) {
        sent.current = text;
        if (answer.outcome === 'saved') {
          basedOn.current = answer.revision;
          const hidden = element.elements.namedItem('basedOn');
          if (hidden instanceof HTMLInputElement) hidden.value = String(answer.revision);
          if (dirtySince.current === null) dropCopy(person, idea);
          setSeen((before) => ({
            ...before,
            state: 'saved',
            savedAt: answer.savedAt,
            ahead: false,
            refused: null,
            signedOut: false,
          }));
        } else {
          dropCopy(person, idea);
          setSeen((before) => ({ ...before, state: 'saved', ahead: true, refused: null }));
        }
      } else {
        const refused = 'refusal' in answer ? answer : null;
        setSeen((before) => ({ ...before, state: 'failed', refused, signedOut: response.status === 401 }));
        if (response.status !== 422 && response.status !== 403 && response.status !== 404) later();
      }
    } catch {
      setSeen((before) => ({ ...before, state: 'offline' }));
      later();
    } finally {
      busy.current = false;
    }
  }, [address, idea, person]);

  const touch = useCallback(() => {
    const element = live.current;
    if (element === null) return;
    const started = dirtySince.current ?? Date.now();
    dirtySince.current = started;
    keepCopy(person, idea, { at: new Date().toISOString(), basedOn: basedOn.current, values: valuesOf(element) });
    clearTimeout(timer.current);
    const wait = Math.max(0, Math.min(waits.pause, started + waits.longest - Date.now()));
    timer.current = setTimeout(() => void save(), wait);
  }, [idea, person, save]);

  useEffect(() => {
    const element = holder.current?.querySelector('form') ?? null;
    if (element === null) return;
    live.current = element;
    sent.current = JSON.stringify(valuesOf(element));
    const copy: LocalCopy | null = findCopy(person, idea);
    if (copy !== null && JSON.stringify(copy.values) !== sent.current) {
      const restoredAt = copy.at;
      basedOn.current = copy.basedOn;
      fill(element, copy.values);
      setSeen((before) => ({ ...before, restoredAt }));
      dirtySince.current = Date.now();
      void save();
    } else if (copy !== null) dropCopy(person, idea);
    const online = () => void save();
    const leave = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', leave);
    return () => {
      void save();
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [holder, idea, person, save]);

  return { ...seen, touch };
}
