/**
 * A limit kept in this process alone: each key may take `burst` at once and `perSecond` in the long run. For reading, where a count in
 * the database would cost more than what it guards.
 */
export class TokenBucket {
  readonly burst: number;
  readonly perSecond: number;
  readonly #levels = new Map<string, { tokens: number; at: number }>();
  readonly #mostKeys: number;

  constructor({ burst, perSecond, mostKeys = 50_000 }: { burst: number; perSecond: number; mostKeys?: number }) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.#mostKeys = mostKeys;
  }

  /**
   * Takes one, if one is left. `at` in milliseconds by a clock that never goes back; `wait` and `full` in seconds: until one is
   * there again, and until all are.
   */
  take(key: string, at: number): { ok: boolean; left: number; wait: number; full: number } {
    const known = this.#levels.get(key);
    const gained = known === undefined ? 0 : (Math.max(0, at - known.at) / 1000) * this.perSecond;
    const tokens = known === undefined ? this.burst : Math.min(this.burst, known.tokens + gained);
    const ok = tokens >= 1;
    const rest = ok ? tokens - 1 : tokens;
    // The longest unused key is the first: it is full again, or whoever has it comes from everywhere.
    this.#levels.delete(key);
    if (this.#levels.size >= this.#mostKeys) this.#levels.delete(this.#levels.keys().next().value!);
    this.#levels.set(key, { tokens: rest, at });
    return {
      ok,
      left: Math.floor(rest),
      wait: ok ? 0 : Math.ceil((1 - rest) / this.perSecond),
      full: Math.ceil((this.burst - rest) / this.perSecond),
    };
  }
}
