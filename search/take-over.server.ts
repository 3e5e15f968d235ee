import { log } from '#app/platform/log.server.ts';
import type { EngineName, SearchDocument, SearchEngine } from './engine.ts';

/** After so long without an answer the other engine is asked as well, and the first answer counts. Milliseconds. */
const patience = 250;
/** After a failure the other engine answers for at least so long, while the first one is asked how it is. */
const restFor = 5_000;
const probeEvery = 1_000;

export type Answered<T> = { answer: T; engine: EngineName };

/**
 * Two engines as one: the first answers while it can, the second takes over when the first fails, hangs or lags behind, and gives way when it is
 * back. Nobody who searches waits for a server that is gone: a hang costs the first few requests a quarter of a second.
 */
export class TakeOver<Document extends SearchDocument, Found extends SearchDocument> {
  readonly #first: SearchEngine<Document, Found> | null;
  readonly #second: SearchEngine<Document, Found>;
  readonly #mayReturn: () => Promise<boolean>;
  #restingUntil = 0;
  /** Requests the first engine has kept waiting beyond patience. */
  #waiting = 0;
  #probe: NodeJS.Timeout | null = null;

  /** `mayReturn`: whether the first engine holds what it should, once it answers again. */
  constructor(
    first: SearchEngine<Document, Found> | null,
    second: SearchEngine<Document, Found>,
    mayReturn: () => Promise<boolean> = async () => true,
  ) {
    this.#first = first;
    this.#second = second;
    this.#mayReturn = mayReturn;
  }

  /** The engine that is asked first at this moment. */
  get current(): SearchEngine<Document, Found> {
    return this.#first === null || this.#restingUntil > 0 || this.#waiting > 0 ? this.#second : this.#first;
  }

  /** Stops asking how the first engine is: for the end of a process and of a test. */
  close(): void {
    if (this.#probe !== null) clearInterval(this.#probe);
    this.#probe = null;
  }

  async ask<T>(work: (engine: SearchEngine<Document, Found>) => Promise<T>): Promise<Answered<T>> {
    const bySecond = async (): Promise<Answered<T>> => ({
      answer: await work(this.#second),
      engine: this.#second.name,
    });
    const first = this.#first;
    if (first === null || this.current === this.#second) return bySecond();

    let late = false;
    const byFirst = work(first).then(
      (answer): Answered<T> => {
        if (late) this.#waiting--;
        return { answer, engine: first.name };
      },
      (error: unknown) => {
        if (late) this.#waiting--;
        this.#rest(error);
        throw error;
      },
    );
    const outOfPatience = Symbol('late');
    let timer: NodeJS.Timeout | undefined;
    const quick = await Promise.race([
      byFirst.catch(() => null),
      new Promise<typeof outOfPatience>((resolve) => {
        timer = setTimeout(() => resolve(outOfPatience), patience);
      }),
    ]);
    clearTimeout(timer);
    if (quick === null) return bySecond();
    if (quick !== outOfPatience) return quick as Answered<T>;
    late = true;
    this.#waiting++;
    return Promise.any([byFirst, bySecond()]).catch((error: AggregateError) => {
      throw error.errors.at(-1);
    });
  }

  #rest(error: unknown): void {
    if (this.#restingUntil === 0) {
      log.warn({ err: error, engine: this.#first!.name }, `${this.#second.name} answers searches from here on`);
    }
    this.#restingUntil = performance.now() + restFor;
    if (this.#probe !== null) return;
    let asking = false;
    this.#probe = setInterval(async () => {
      if (asking || performance.now() < this.#restingUntil) return;
      asking = true;
      const { ok } = await this.#first!.health().catch(() => ({ ok: false }));
      if (ok && (await this.#mayReturn().catch(() => false)) && this.#probe !== null) {
        this.close();
        this.#restingUntil = 0;
        log.info({ engine: this.#first!.name }, 'answers searches again');
      }
      asking = false;
    }, probeEvery);
    this.#probe.unref();
  }
}
