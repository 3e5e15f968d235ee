import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { EventKind } from './event.ts';

export type Happening = {
  kind: EventKind;
  /** Who did it; null for the clock. */
  by: string | null;
  personId?: string;
  unitId?: number;
  ideaId?: string;
  contestId?: string;
  entryId?: string;
  /** Ids, numbers and states only: never a name, an address or a text. */
  payload?: Record<string, string | number | boolean | null>;
};

/** An id, a state, a slug: one word without a space, a tone or an @. */
const word = /^[\w.:-]{1,100}$/;

/**
 * Writes down that something happened, in the transaction that makes it happen, so that a crash can lose neither the
 * mail nor the index update that follows from it. Throws where the payload holds what may be a name or a text.
 */
export async function recordEvent(tx: Tx, happening: Happening): Promise<void> {
  insistOnNoWords(happening);
  const { kind, by, payload = {}, ...subjects } = happening;
  await tx.event.create({ data: { at: now(), kind, byId: by, payload, ...subjects } });
}

/** Throws where the payload of an event holds what may be a name or a text. */
export function insistOnNoWords({ kind, payload = {} }: Happening): void {
  for (const [name, value] of Object.entries(payload)) {
    if (typeof value === 'string' && !word.test(value))
      throw new Error(`the event ${kind} must not tell ${name} in words`);
  }
}
