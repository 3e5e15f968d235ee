import type { Keeper, PendingMark } from './mark-queue.ts';

/** Marks that the server has not confirmed, kept on this device under the person who gave them; gone at sign-out. */
const prefix = 'y-hay:diem:';

/** Storage may be closed or full: then marking goes on without it. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

export function keeperOf(person: string, sheet: string): Keeper {
  const key = `${prefix}${person}:${sheet}`;
  return {
    read: () =>
      attempt(() => {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
        return Array.isArray(kept) ? kept.filter(isPending) : [];
      }, []),
    write: (pending) =>
      attempt(() => {
        if (pending.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(pending));
      }, undefined),
  };
}

function isPending(mark: unknown): mark is PendingMark {
  const { criterionId, key, typed, settles, sent } = (mark ?? {}) as Partial<PendingMark>;
  return (
    [criterionId, key, typed].every((part) => typeof part === 'string') &&
    Array.isArray(settles) &&
    typeof sent === 'boolean'
  );
}

/** Sheets on which this person has marks that are not confirmed. */
export function sheetsWithKeptMarks(person: string): string[] {
  return attempt(
    () =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(`${prefix}${person}:`))
        .map((key) => key.slice(prefix.length + person.length + 1)),
    [],
  );
}

/** At sign-out, or when somebody else signs in on this device: nothing of anybody's marks stays. */
export function dropKeptMarks(except?: string): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && (except === undefined || !key.startsWith(`${prefix}${except}:`))) {
        localStorage.removeItem(key);
      }
    }
  }, undefined);
}
