import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { now } from './clock.ts';
import { allWatched, changedSince, changeMoment, hearsChanges } from './db/changes.server.ts';
import { type Encoding, encodingFor } from './encoding.ts';

/** An answer as it was drawn, with what it hangs on. */
export type Drawn = {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  /** The moment of changes before its first query. */
  moment: number;
  tables: ReadonlySet<string>;
  /** From this time on (milliseconds since 1970) it would read differently. */
  until: number;
};

const compressed = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const expanded = promisify(brotliDecompress);

/** Small bodies gain nothing from compression. */
const leastCompressed = 600;

const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg)/;

type Form = { head: OutgoingHttpHeaders; body: Buffer };

/** An answer ready to be sent: its bytes are compressed once, and in the forms that somebody has asked for. */
export class PreparedAnswer {
  readonly tables: ReadonlySet<string>;
  readonly until: number;
  readonly status: number;
  readonly moment: number;
  /** Nothing it hangs on had changed at this moment. */
  #checked: number;
  readonly #headers: OutgoingHttpHeaders;
  readonly #hash: string;
  readonly #forms = new Map<Encoding, Form>();
  readonly #unchanged = new Map<Encoding, OutgoingHttpHeaders>();

  private constructor(drawn: Drawn) {
    this.tables = drawn.tables;
    this.until = drawn.until;
    this.status = drawn.status;
    this.moment = drawn.moment;
    this.#checked = drawn.moment;
    this.#hash = createHash('sha256').update(drawn.body).digest('base64url').slice(0, 22);
    this.#headers = { ...drawn.headers, vary: 'cookie, accept-encoding' };
  }

  static async of(drawn: Drawn): Promise<PreparedAnswer> {
    const answer = new PreparedAnswer(drawn);
    const isText = compressible.test(String(drawn.headers['content-type'] ?? ''));
    if (isText && drawn.body.length >= leastCompressed) answer.#add('br', await compressBrotli(drawn.body));
    else answer.#add('identity', drawn.body);
    return answer;
  }

  /** In memory, about. */
  get bytes(): number {
    let bytes = 2_000;
    for (const { body } of this.#forms.values()) bytes += body.length;
    return bytes;
  }

  /** Whether it is at this time what would be drawn anew. */
  isFresh(): boolean {
    if (now().getTime() >= this.until) return false;
    const moment = changeMoment();
    if (moment === this.#checked) return true;
    if (changedSince(this.tables, this.#checked)) return false;
    this.#checked = moment;
    return true;
  }

  /** Whether it may be kept: whole, the same for everyone, nothing it hangs on changed meanwhile, and every change will be heard of. */
  mayBeKept(): boolean {
    return keptStatuses.has(this.status) && hearsChanges() && allWatched(this.tables) && this.isFresh();
  }

  send(request: IncomingMessage, response: ServerResponse): void {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const named = request.headers['if-none-match'];
    if (named !== undefined && this.status === 200 && named.includes(this.#hash)) {
      response.writeHead(304, this.#unchangedHead(encoding)).end();
      return;
    }
    const form = this.#forms.get(encoding) ?? (this.#forms.size === 1 ? this.#forms.get('identity') : undefined);
    if (form !== undefined) sendForm(this.status, form, request, response);
    else
      void this.#make(encoding).then(
        (made) => sendForm(this.status, made, request, response),
        () => response.destroy(),
      );
  }

  async #make(encoding: Encoding): Promise<Form> {
    const body = await expanded(this.#forms.get('br')!.body);
    if (encoding === 'identity') return this.#form('identity', body);
    return this.#add('gzip', await compressed.gzip(body, { level: 7 }));
  }

  #add(encoding: Encoding, body: Buffer): Form {
    const form = this.#form(encoding, body);
    this.#forms.set(encoding, form);
    return form;
  }

  #form(encoding: Encoding, body: Buffer): Form {
    const head: OutgoingHttpHeaders = { ...this.#headers, 'content-length': body.length };
    if (encoding !== 'identity') head['content-encoding'] = encoding;
    head.etag = this.#tag(encoding);
    return { head, body };
  }

  #tag(encoding: Encoding): string {
    return encoding === 'identity' ? `"${this.#hash}"` : `"${this.#hash}.${encoding}"`;
  }

  /** What a browser puts in place of what it has: all that the whole answer says of itself, but nothing of a body. */
  #unchangedHead(encoding: Encoding): OutgoingHttpHeaders {
    let head = this.#unchanged.get(encoding);
    if (head === undefined) {
      head = { ...this.#headers, etag: this.#tag(encoding) };
      delete head['content-type'];
      this.#unchanged.set(encoding, head);
    }
    return head;
  }
}

function sendForm(status: number, { head, body }: Form, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, head);
  if (request.method === 'HEAD') response.end();
  else response.end(body);
}

function compressBrotli(body: Buffer): Promise<Buffer> {
  return compressed.br(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/**
 * A page, and what is not there or not yet: the last seconds before results come out ask for nothing else. A redirect costs nothing to
 * draw, and a failure must not outlive its cause.
 */
const keptStatuses = new Set([200, 404, 409]);

/** What was asked for once only may take up a quarter: a flood of addresses nobody asks for again drives out nothing that is read. */
const shareOfNew = 0.25;

/** Answers for readers who are nobody in particular, each drawn once for all who ask at the same time and kept until it would read differently. */
export class KeptAnswers {
  readonly #most: number;
  readonly #mostOfOne: number;
  readonly #new = new Shelf();
  readonly #proven = new Shelf();
  readonly #underWay = new Map<string, Promise<PreparedAnswer>>();

  constructor({ mostBytes }: { mostBytes: number }) {
    this.#most = mostBytes;
    this.#mostOfOne = mostBytes / 16;
  }

  get bytes(): number {
    return this.#new.bytes + this.#proven.bytes;
  }

  /** The kept answer, if it still holds. */
  find(key: string): PreparedAnswer | undefined {
    if (!hearsChanges()) return undefined;
    const proven = this.#proven.take(key);
    const found = proven ?? this.#new.take(key);
    if (found === undefined || !found.isFresh()) return undefined;
    this.#proven.put(key, found);
    if (proven === undefined) this.#proven.shrinkTo(this.#most * (1 - shareOfNew));
    return found;
  }

  /**
   * The kept answer, or one that is being drawn, or a new one. Whoever joins a drawing that began before the last change they could have
   * seen gets another.
   */
  async answer(key: string, draw: () => Promise<Drawn>): Promise<PreparedAnswer> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const found = this.find(key);
      if (found !== undefined) return found;
      const arrived = changeMoment();
      const begun = this.#underWay.get(key);
      if (begun === undefined) return this.#begin(key, draw);
      const answer = await begun;
      if ((answer.moment === arrived && now().getTime() < answer.until) || answer.isFresh()) return answer;
    }
    return PreparedAnswer.of(await draw());
  }

  #begin(key: string, draw: () => Promise<Drawn>): Promise<PreparedAnswer> {
    const drawing = (async () => {
      const answer = await PreparedAnswer.of(await draw());
      if (answer.mayBeKept() && answer.bytes <= this.#mostOfOne) {
        this.#new.put(key, answer);
        this.#new.shrinkTo(this.#most * shareOfNew);
      }
      return answer;
    })().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, drawing);
    return drawing;
  }
}

/** Answers in the order in which they were last put here. */
class Shelf {
  readonly #answers = new Map<string, { answer: PreparedAnswer; bytes: number }>();
  bytes = 0;

  put(key: string, answer: PreparedAnswer): void {
    this.take(key);
    const bytes = answer.bytes + key.length * 2;
    this.#answers.set(key, { answer, bytes });
    this.bytes += bytes;
  }

  take(key: string): PreparedAnswer | undefined {
    const there = this.#answers.get(key);
    if (there === undefined) return undefined;
    this.#answers.delete(key);
    this.bytes -= there.bytes;
    return there.answer;
  }

  shrinkTo(bytes: number): void {
    for (const key of this.#answers.keys()) {
      if (this.bytes <= bytes) return;
      this.take(key);
    }
  }
}
