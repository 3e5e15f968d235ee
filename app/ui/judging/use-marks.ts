import { useEffect, useMemo, useRef, useState } from 'react';
import type { CriterionMarks, SavedMarks } from '#app/domain/judging/saved-marks.ts';
import type { Because } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { dropKeptMarks, keeperOf } from './kept-marks.ts';
import { MarkQueue, type PendingMark, type QueueState, type SendOutcome } from './mark-queue.ts';

function formOf(marks: readonly PendingMark[]): FormData {
  const form = new FormData();
  for (const { criterionId, typed, basedOn, key, settles, markedAt } of marks) {
    form.set(`mark.${criterionId}`, typed);
    form.set(`basedOn.${criterionId}`, String(basedOn ?? 0));
    form.set(`key.${criterionId}`, key);
    form.set(`settles.${criterionId}`, settles.join(' '));
    form.set(`markedAt.${criterionId}`, markedAt);
  }
  return form;
}

/** One attempt to send; whatever is not a plain answer of the server counts as a broken line. */
async function sendTo(sheet: string, marks: readonly PendingMark[]): Promise<SendOutcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 15_000);
  try {
    const response = await fetch(paths.marks({ id: sheet }), {
      method: 'POST',
      body: formOf(marks),
      headers: { accept: 'application/json' },
      signal: patience.signal,
    });
    if (response.ok) return { kind: 'saved', saved: (await response.json()) as SavedMarks };
    if (response.status === 401 || response.status === 403 || response.status === 404) {
      const refused = (await response.json().catch(() => null)) as { refusal?: { because?: Because } } | null;
      return { kind: 'gone', because: refused?.refusal?.because };
    }
    return { kind: 'busy' };
  } catch {
    return { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** How long after the last key a mark is sent, and the pauses between attempts on a bad line, in milliseconds. */
const restAfterTyping = 600;
const pauses = [2_000, 4_000, 8_000, 15_000, 30_000];

/** The marks of one sheet, kept on the device and sent as they are given. */
export function useMarks({
  person,
  sheet,
  criteria,
}: {
  person: string;
  sheet: string;
  criteria: readonly CriterionMarks[];
}) {
  const [view, setView] = useState<QueueState | null>(null);
  const queueRef = useRef<MarkQueue | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const attempts = useRef(0);
  const initial = useRef(criteria);
  initial.current = criteria;

  const send = useMemo(() => {
    const again = async (): Promise<void> => {
      clearTimeout(timer.current);
      const queue = queueRef.current;
      if (queue === null) return;
      await queue.flush();
      const { state, because } = queue.view;
      if (state !== 'offline' && (state !== 'failed' || because !== null)) {
        attempts.current = 0;
        return;
      }
      const pause = pauses[Math.min(attempts.current, pauses.length - 1)];
      attempts.current += 1;
      timer.current = setTimeout(again, pause);
    };
    return again;
  }, []);

  useEffect(() => {
    dropKeptMarks(person);
    const queue = new MarkQueue({
      criteria: initial.current,
      send: (marks) => sendTo(sheet, marks),
      keeper: keeperOf(person, sheet),
      newKey: () => crypto.randomUUID(),
      changed: () => setView(queueRef.current?.view ?? null),
    });
    queueRef.current = queue;
    setView(queue.view);
    void send();
    const online = () => void send();
    const leaving = (event: BeforeUnloadEvent) => {
      if (queue.view.pending.length > 0) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      queueRef.current = null;
    };
  }, [person, sheet, send]);

  return {
    /** Null until script has taken the page over. */
    view,
    shown: (criterionId: string) => queueRef.current?.shown(criterionId),
    mark(
      criterionId: string,
      typed: string,
      { at = 'rest', settles }: { at?: 'once' | 'rest'; settles?: string[] } = {},
    ) {
      const queue = queueRef.current;
      if (queue === null) return;
      if (typed.trim() === '') queue.unmark(criterionId);
      else queue.mark(criterionId, typed, settles);
      clearTimeout(timer.current);
      timer.current = setTimeout(send, at === 'once' ? 0 : restAfterTyping);
    },
    /** Sends what is left; true when everything has been confirmed. */
    async settle(): Promise<boolean> {
      await send();
      const left = queueRef.current?.view;
      return left !== undefined && left.pending.length === 0 && Object.keys(left.problems).length === 0;
    },
  };
}
