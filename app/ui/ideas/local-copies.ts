/** What is typed and not yet taken by the server, kept on this device: never lost on a bad line, gone at sign-out. */
const prefix = 'y-hay:nhap:';

export type LocalCopy = { at: string; basedOn: number; values: Record<string, string[]> };

function keyOf(person: string, idea: string): string {
  return `${prefix}${person}:${idea}`;
}

/** Storage may be closed or full: then typing goes on without it. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function keepCopy(person: string, idea: string, copy: LocalCopy): void {
  attempt(() => localStorage.setItem(keyOf(person, idea), JSON.stringify(copy)));
}

export function findCopy(person: string, idea: string): LocalCopy | null {
  return attempt(() => {
    const kept = localStorage.getItem(keyOf(person, idea));
    if (kept === null) return null;
    const copy = JSON.parse(kept) as LocalCopy;
    return typeof copy.basedOn === 'number' && typeof copy.values === 'object' ? copy : null;
  });
}

export function dropCopy(person: string, idea: string): void {
  attempt(() => localStorage.removeItem(keyOf(person, idea)));
}

/** At sign-out: nothing of anybody's drafts stays on the device. */
export function dropAllCopies(): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  });
}
