import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { listName, paddingAfter, tarBlock, tarHeader } from './archive-form.ts';

/** Writes the parts of an archive one after another, and beside it the list of their hashes, which becomes a part itself. */
export class ArchiveWriter {
  private constructor(
    private readonly file: FileHandle,
    private readonly list: FileHandle,
    private readonly listPlace: string,
  ) {}

  private listed = 0;

  /** `place` must not exist; nobody else may read what is written there, for it holds keys. */
  static async open(place: string): Promise<ArchiveWriter> {
    const file = await open(place, 'wx', 0o600);
    try {
      const listPlace = `${place}.list`;
      await rm(listPlace, { force: true });
      return new ArchiveWriter(file, await open(listPlace, 'wx', 0o600), listPlace);
    } catch (error) {
      await file.close();
      await rm(place, { force: true });
      throw error;
    }
  }

  async add(name: string, bytes: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.write(Buffer.concat([tarHeader(name, bytes.length), bytes, Buffer.alloc(paddingAfter(bytes.length))]));
    await this.note(name, sha256);
    return sha256;
  }

  async addFile(name: string, place: string): Promise<number> {
    const { size } = await stat(place);
    const { sha256 } = await this.stream(name, size, createReadStream(place));
    await this.note(name, sha256);
    return size;
  }

  /** Ends the list and adds it; parts added after it are not in it. */
  async addList(): Promise<{ count: number; sha256: string }> {
    await this.list.sync();
    const { size } = await this.list.stat();
    const { sha256 } = await this.stream(listName, size, createReadStream(this.listPlace));
    return { count: this.listed, sha256 };
  }

  async addAfterList(name: string, bytes: Buffer): Promise<string> {
    await this.write(Buffer.concat([tarHeader(name, bytes.length), bytes, Buffer.alloc(paddingAfter(bytes.length))]));
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** The end of a tar file, and everything on the disk. */
  async finish(): Promise<void> {
    await this.write(Buffer.alloc(2 * tarBlock));
    await this.file.sync();
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.file.close(), this.list.close()]);
    await rm(this.listPlace, { force: true });
  }

  private async stream(name: string, size: number, source: AsyncIterable<Buffer>): Promise<{ sha256: string }> {
    const hash = createHash('sha256');
    let sent = 0;
    await this.write(tarHeader(name, size));
    for await (const chunk of source) {
      hash.update(chunk);
      sent += chunk.length;
      await this.write(chunk);
    }
    if (sent !== size) throw new Error(`${name} changed its length while it was read`);
    await this.write(Buffer.alloc(paddingAfter(size)));
    return { sha256: hash.digest('hex') };
  }

  private async note(name: string, sha256: string): Promise<void> {
    this.listed += 1;
    await this.list.appendFile(`${sha256}  ${name}\n`);
  }

  private async write(bytes: Buffer): Promise<void> {
    await this.file.appendFile(bytes);
  }
}
