import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ContestRules } from '#app/domain/contests/contest-rules.ts';
import type { Contradiction } from '#app/domain/contests/contradictions.ts';
import { paths } from '#app/paths.ts';

type Reading = { rules: ContestRules; contradictions: Contradiction[] };

/** Milliseconds after the last key before the text is read again. */
const pause = 500;

/**
 * The rules as they would read if the form were saved now, read again whenever typing pauses; what was saved until then and
 * wherever script does not run. While a field cannot be read the last reading stays, and `unread` says so.
 */
export function useRulesReading(
  contest: { slug: string } & Reading,
  part: 'the-le' | 'giai',
): Reading & { unread: boolean; onInput: (event: FormEvent<HTMLFormElement>) => void } {
  const [reading, setReading] = useState<Reading | null>(null);
  const [unread, setUnread] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asked = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    return () => {
      clearTimeout(timer.current);
      asked.current?.abort();
    };
  }, []);
  // What is saved has been read anew by the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rules are the sign, not a value that is used
  useEffect(() => setReading(null), [contest.rules]);

  const read = async (form: HTMLFormElement) => {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    const answer = await fetch(paths.rulesReading(contest, { phan: part }), {
      method: 'POST',
      body: new FormData(form),
      headers: { accept: 'application/json' },
      signal: controller.signal,
    }).catch(() => null);
    if (controller.signal.aborted || answer === null) return;
    setUnread(!answer.ok);
    if (answer.ok) setReading((await answer.json()) as Reading);
  };
  const onInput = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => read(currentTarget), pause);
  };
  return { ...(reading ?? contest), unread, onInput };
}
