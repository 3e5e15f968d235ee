import { once } from 'node:events';
import type { Socket } from 'node:net';
import type pg from 'pg';

export type Client = InstanceType<typeof pg.Client>;

/** What a query of the driver sees of the line it is sent on. */
type Line = {
  stream: Socket;
  query: (sql: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (why: string) => void;
};

/** The driver knows COPY only as messages; what reads or writes its rows is submitted like a query. */
abstract class Copy {
  protected line: Line | undefined;
  protected rows = 0;
  constructor(private readonly sql: string) {}
  submit(line: Line): void {
    this.line = line;
    line.query(this.sql);
  }
  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCopyInResponse(line: Line): void {
    line.sendCopyFail('nothing to send');
  }
  handleCopyData(_message: { chunk: Buffer }): void {}
  abstract handleError(error: Error): void;
  abstract handleReadyForQuery(): void;
}

/** Rows are handed on in pieces of about this many bytes; the line rests while this much waits. */
const pieceBytes = 64 * 1024;
const waitingBytes = 1024 * 1024;

class CopyOut extends Copy {
  private gathered: Buffer[] = [];
  private gatheredBytes = 0;
  private ended = false;
  private error: Error | undefined;
  private wake: () => void = () => {};

  override handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver uses the memory of a message again.
    this.gathered.push(Buffer.from(chunk));
    this.gatheredBytes += chunk.length;
    if (this.gatheredBytes > waitingBytes) this.line?.stream.pause();
    if (this.gatheredBytes > pieceBytes) this.wake();
  }
  override handleError(error: Error): void {
    this.error = error;
    this.wake();
  }
  override handleReadyForQuery(): void {
    this.ended = true;
    this.wake();
  }
  async *pieces(): AsyncGenerator<Buffer, number> {
    for (;;) {
      if (this.error !== undefined) throw this.error;
      if (this.gatheredBytes > pieceBytes || this.ended) {
        const piece = Buffer.concat(this.gathered);
        this.gathered = [];
        this.gatheredBytes = 0;
        this.line?.stream.resume();
        if (piece.length > 0) yield piece;
        if (this.ended && this.gatheredBytes === 0) return this.rows;
        continue;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

class CopyIn extends Copy {
  readonly done: Promise<number>;
  private settle: { resolve: (rows: number) => void; reject: (error: unknown) => void } | undefined;
  private failed = false;
  private cause: unknown;

  constructor(
    sql: string,
    private readonly source: AsyncIterable<Buffer>,
  ) {
    super(sql);
    this.done = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }
  override handleCopyInResponse(line: Line): void {
    void this.send(line);
  }
  private async send(line: Line): Promise<void> {
    try {
      for await (const chunk of this.source) {
        if (this.failed) return;
        line.sendCopyFromChunk(chunk);
        if (line.stream.writableNeedDrain) await once(line.stream, 'drain');
      }
      if (!this.failed) line.endCopyFrom();
    } catch (error) {
      this.cause = error;
      if (!this.failed) line.sendCopyFail('the source broke');
    }
  }
  override handleError(error: Error): void {
    this.failed = true;
    this.settle?.reject(this.cause ?? error);
  }
  override handleReadyForQuery(): void {
    this.settle?.resolve(this.rows);
  }
}

/** Sends `COPY … TO STDOUT` and hands on its bytes as they come, holding about a mebibyte; answers the number of rows. */
export async function* copyOut(client: Client, sql: string): AsyncGenerator<Buffer, number> {
  const copy = new CopyOut(sql);
  client.query(copy as never);
  return yield* copy.pieces();
}

/** Sends `source` into `COPY … FROM STDIN`, no faster than the server takes it; answers the number of rows. */
export function copyIn(client: Client, sql: string, source: AsyncIterable<Buffer>): Promise<number> {
  const copy = new CopyIn(sql, source);
  client.query(copy as never);
  return copy.done;
}
