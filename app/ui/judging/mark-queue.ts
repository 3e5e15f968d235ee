import type { CriterionMarks, SavedMarks } from '#app/domain/judging/saved-marks.ts';
import type { Because } from '#app/domain/refusal.ts';

/** A mark that the server has not confirmed yet, as it is kept on the device. */
export type PendingMark = {
  criterionId: string;
  /** New for every mark; sending it again under the same key is harmless. */
  key: string;
  typed: string;
  /** Null until the mark before it is answered: it rests on whatever that one became. */
  basedOn: number | null;
  settles: string[];
  markedAt: string;
  /** It was on its way once: it may have arrived. */
  sent: boolean;
};

/** What came of an attempt to send. `gone`: the server will not take it from this person (signed out, sheet taken away). */
export type SendOutcome =
  | { kind: 'saved'; saved: SavedMarks }
  | { kind: 'offline' }
  | { kind: 'busy' }
  | { kind: 'gone'; because?: Because };

export type QueueState = {
  state: 'idle' | 'saving' | 'saved' | 'failed' | 'offline';
  savedAt: Date | null;
  pending: PendingMark[];
  criteria: Record<string, CriterionMarks>;
  problems: Record<string, Because>;
  late: { key: string } | null;
  because: Because | null;
};

export type Keeper = { read: () => PendingMark[]; write: (pending: PendingMark[]) => void };

/**
 * Marks on their way to the server. At most one of a criterion is on its way at a time and a later one waits for its answer,
 * so that a judge is never in conflict with themselves; what was never sent is replaced by what is typed after it; what was
 * sent and not answered is sent again under its own key. Everything unconfirmed is kept on the device first.
 */
export class MarkQueue {
  #pending: PendingMark[];
  #criteria: Map<string, CriterionMarks>;
  #problems = new Map<string, Because>();
  /** What was typed where the server refused it. */
  #refused = new Map<string, string>();
  #state: QueueState['state'] = 'idle';
  #savedAt: Date | null = null;
  #late: { key: string } | null = null;
  #because: Because | null = null;
  #sending: Promise<void> | null = null;
  readonly #send: (marks: readonly PendingMark[]) => Promise<SendOutcome>;
  readonly #keeper: Keeper;
  readonly #newKey: () => string;
  readonly #changed: () => void;

  constructor(options: {
    criteria: readonly CriterionMarks[];
    send: (marks: readonly PendingMark[]) => Promise<SendOutcome>;
    keeper: Keeper;
    newKey: () => string;
    changed: () => void;
  }) {
    this.#criteria = new Map(options.criteria.map((one) => [one.criterionId, one]));
    this.#send = options.send;
    this.#keeper = options.keeper;
    this.#newKey = options.newKey;
    this.#changed = options.changed;
    this.#pending = options.keeper.read().filter(({ criterionId }) => this.#criteria.has(criterionId));
  }

  get view(): QueueState {
    return {
      state: this.#state,
      savedAt: this.#savedAt,
      pending: [...this.#pending],
      criteria: Object.fromEntries(this.#criteria),
      problems: Object.fromEntries(this.#problems),
      late: this.#late,
      because: this.#because,
    };
  }

  /** What the judge gave a criterion last, confirmed, refused or on its way; '' where nothing was given. */
  shown(criterionId: string): string {
    const last = this.#pending.findLast((mark) => mark.criterionId === criterionId);
    const value = this.#criteria.get(criterionId)?.value;
    return last?.typed ?? this.#refused.get(criterionId) ?? (value == null ? '' : String(value));
  }

  mark(criterionId: string, typed: string, settles: readonly string[] = []): void {
    this.#problems.delete(criterionId);
    this.#refused.delete(criterionId);
    const last = this.#pending.findLast((mark) => mark.criterionId === criterionId);
    const fresh = { criterionId, key: this.#newKey(), typed, markedAt: new Date().toISOString(), sent: false };
    if (last === undefined) {
      const basedOn = this.#criteria.get(criterionId)?.revision ?? 0;
      this.#pending.push({ ...fresh, basedOn, settles: [...settles] });
    } else if (last.sent) this.#pending.push({ ...fresh, basedOn: null, settles: [...settles] });
    else {
      Object.assign(last, { ...fresh, settles: [...new Set([...last.settles, ...settles])] });
    }
    this.#keep();
  }

  /** The judge emptied the box: what was not sent yet is taken back; a mark that was given stays until there is another. */
  unmark(criterionId: string): void {
    this.#problems.delete(criterionId);
    this.#refused.delete(criterionId);
    this.#pending = this.#pending.filter((mark) => mark.criterionId !== criterionId || mark.sent);
    this.#keep();
  }

  /** Sends until nothing is left or the line breaks. Resolves when there is nothing more to do for now. */
  async flush(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    while (this.#pending.length > 0) {
      // The first of each criterion; what waits behind it goes in the next turn.
      const batch = this.#pending.filter(
        (mark, index) => this.#pending.findIndex(({ criterionId }) => criterionId === mark.criterionId) === index,
      );
      for (const mark of batch) {
        mark.sent = true;
        mark.basedOn ??= this.#criteria.get(mark.criterionId)?.revision ?? 0;
      }
      this.#state = 'saving';
      this.#keep();
      const outcome = await this.#send(batch.map((mark) => ({ ...mark })));
      if (outcome.kind !== 'saved') {
        this.#state = outcome.kind === 'offline' ? 'offline' : 'failed';
        this.#because = outcome.kind === 'gone' ? (outcome.because ?? null) : null;
        this.#changed();
        return;
      }
      this.#take(batch, outcome.saved);
    }
  }

  #take(batch: readonly PendingMark[], saved: SavedMarks): void {
    const keys = new Set(batch.map(({ key }) => key));
    this.#pending = this.#pending.filter(({ key }) => !keys.has(key));
    for (const criterion of saved.criteria) this.#criteria.set(criterion.criterionId, criterion);
    for (const mark of batch) {
      const [problem] = saved.problems[`mark.${mark.criterionId}`] ?? [];
      if (problem === undefined) continue;
      // What cannot be taken stays on the screen with its reason, and is not sent again.
      if (!this.#pending.some(({ criterionId }) => criterionId === mark.criterionId)) {
        this.#problems.set(mark.criterionId, problem);
        this.#refused.set(mark.criterionId, mark.typed);
      }
    }
    for (const { criterionId, key, standing, revision } of saved.taken) {
      if (!keys.has(key)) continue;
      const waiting = this.#pending.find((mark) => mark.criterionId === criterionId && mark.basedOn === null);
      const own = batch.find((mark) => mark.key === key);
      // The judge saw their own mark when they gave the next one, and not what another device may have put in force.
      if (waiting) waiting.basedOn = standing === 'IN_FORCE' ? revision : (own?.basedOn ?? 0);
    }
    this.#late = saved.late;
    this.#because = null;
    this.#state = 'saved';
    this.#savedAt = new Date(saved.savedAt);
    this.#keep();
  }

  #keep(): void {
    this.#keeper.write(this.#pending);
    this.#changed();
  }
}
