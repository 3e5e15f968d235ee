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
export class TakeOver<Document extends SearchDocument> {
  readonly #first: SearchEngine<Document> | null;
  readonly #second: SearchEngine<Document>;
  readonly #mayAnswer: () => Promise<boolean>;
  /** Until when the first engine is left alone; null while it answers. It has to show first that it can. */
  #restsUntil: number | null = 0;
  /** Requests the first engine has kept waiting beyond patience. */
  #waiting = 0;
  #probing: NodeJS.Timeout | null = null;

  /** `mayAnswer`: whether the first engine holds what it should. */
  constructor(
    first: SearchEngine<Document> | null,
    second: SearchEngine<Document>,
    mayAnswer: () => Promise<boolean> = async () => true,
  ) {
    this.#first = first;
    this.#second = second;
    this.#mayAnswer = mayAnswer;
  }

  /** The engine that is asked at this moment. */
  get current(): SearchEngine<Document> {
    return this.#first !== null && this.#restsUntil === null && this.#waiting === 0 ? this.#first : this.#second;
  }

  /** Stops asking how the first engine is: for the end of a process and of a test. */
  close(): void {
    if (this.#probing !== null) clearInterval(this.#probing);
    this.#probing = null;
  }

  /** Asks now whether the first engine can answer; true when it does from here on. */
  async probe(): Promise<boolean> {
    if (this.#first === null) return false;
    const { ok } = await this.#first.health().catch(() => ({ ok: false }));
    if (!ok || !(await this.#mayAnswer().catch(() => false))) return false;
    if (this.#restsUntil !== 0) log.info({ engine: this.#first.name }, 'answers searches again');
    this.#restsUntil = null;
    this.close();
    return true;
  }

  async ask<T>(work: (engine: SearchEngine<Document>) => Promise<T>): Promise<Answered<T>> {
    const bySecond = async (): Promise<Answered<T>> => ({
      answer: await work(this.#second),
      engine: this.#second.name,
    });
    const first = this.#first;
    if (first !== null && this.#restsUntil !== null) this.#keepProbing();
    if (first === null || this.current !== first) return bySecond();

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
    if (this.#restsUntil === null) {
      log.warn({ err: error, engine: this.#first!.name }, `${this.#second.name} answers searches from here on`);
    }
    this.#restsUntil = performance.now() + restFor;
    this.#keepProbing();
  }

  #keepProbing(): void {
    if (this.#probing !== null) return;
    let asking = false;
    const probe = async () => {
      if (asking || performance.now() < (this.#restsUntil ?? 0)) return;
      asking = true;
      await this.probe();
      asking = false;
    };
    this.#probing = setInterval(probe, probeEvery);
    this.#probing.unref();
    void probe();
  }
}
