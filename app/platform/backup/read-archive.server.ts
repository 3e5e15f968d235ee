import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import {
  archiveFormat,
  BackupRefused,
  type Head,
  headName,
  listName,
  type Manifest,
  manifestHashName,
  manifestName,
  paddingAfter,
  readTarHeader,
  tarBlock,
} from './archive-form.ts';

type Place = { name: string; offset: number; size: number };
export type Part = { name: string; size: number; body: () => AsyncGenerator<Buffer> };

const pieceBytes = 64 * 1024;
const mostInMemory = 64 * 1024 * 1024;

/** A backup opened for reading. What it gives out has been compared with its hash at the latest when it was given out. */
export class Archive {
  head: Head | undefined;
  manifest!: Manifest;
  private list!: Place;

  private constructor(
    private readonly file: FileHandle,
    readonly place: string,
    private readonly size: number,
  ) {}

  /** Opens it and reads what it says of itself. Throws BackupRefused with what is wrong and where. */
  static async open(place: string): Promise<Archive> {
    const file = await open(place, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new BackupRefused(`there is no file ${place}`);
      if (error.code === 'EACCES') throw new BackupRefused(`this user may not read ${place}`);
      throw error;
    });
    const found = await file.stat();
    const archive = new Archive(file, place, found.size);
    try {
      if (!found.isFile()) throw new BackupRefused(`${place} is not a file`);
      await archive.readFrame();
      return archive;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  /** Every part against its hash. Throws BackupRefused with the name of the first that is not as it was written. */
  async verify(): Promise<void> {
    for await (const part of this.parts()) for await (const _ of part.body());
  }

  /** The parts in order. A body that was not read is passed over; one that was is compared with its hash at its end. */
  async *parts(): AsyncGenerator<Part> {
    const listed = this.listedHashes();
    for await (const place of this.places()) {
      if (place.name === listName) break;
      const { value: line } = await listed.next();
      if (line === undefined || line.name !== place.name) throw this.damaged(`the order of its parts at ${place.name}`);
      yield { name: place.name, size: place.size, body: () => this.body(place, line.sha256) };
    }
    if (!(await listed.next()).done) throw this.damaged(`the list of its parts (${listName})`);
  }

  /** Where each part lies, by its header. */
  private async *places(): AsyncGenerator<Place> {
    let before = 'its beginning';
    for (let offset = 0; ; ) {
      const header = await this.read(offset, tarBlock);
      if (header.length < tarBlock) throw this.cut(before);
      if (header.every((byte) => byte === 0)) {
        const rest = await this.read(offset + tarBlock, 2 * tarBlock);
        if (rest.length < tarBlock) throw this.cut(before);
        if (rest.length > tarBlock || rest.some((byte) => byte !== 0)) throw this.damaged('its end');
        return;
      }
      const said = readTarHeader(header);
      if (said === null) throw this.damaged(`the header after ${before}`);
      const place = { ...said, offset: offset + tarBlock };
      offset = place.offset + place.size + paddingAfter(place.size);
      if (offset > this.size) throw this.cut(place.name);
      yield place;
      before = place.name;
    }
  }

  private async readFrame(): Promise<void> {
    const first = await this.read(0, tarBlock);
    const looksRight =
      first.toString('latin1', 0, headName.length) === headName || first.toString('latin1', 257, 262) === 'ustar';
    if (!looksRight) throw new BackupRefused(`${this.place} is not a backup of Ý Hay`);
    let frame: Map<string, Place>;
    try {
      frame = await this.findFrame();
    } catch (error) {
      this.insistOnOurs();
      throw error;
    }
    const [list, manifest, hash] = [listName, manifestName, manifestHashName].map((name) => frame.get(name)!);
    this.list = list!;
    const written = (await this.whole(hash!)).toString('latin1');
    const text = await this.whole(manifest!);
    if (`${createHash('sha256').update(text).digest('hex')}\n` !== written) {
      this.insistOnOurs();
      throw this.damaged(`the manifest (${manifestName} or ${manifestHashName})`);
    }
    this.manifest = JSON.parse(text.toString('utf8')) as Manifest;
    const hashOfList = createHash('sha256');
    for await (const piece of this.bytes(list!)) hashOfList.update(piece);
    if (hashOfList.digest('hex') !== this.manifest.parts.sha256) {
      throw this.damaged(`the list of its parts (${listName})`);
    }
    for await (const { name, body } of this.parts()) {
      if (name !== headName) throw new BackupRefused(`${this.place} is not a backup of Ý Hay`);
      for await (const _ of body());
      break;
    }
    this.insistOnOurs();
    this.head = this.manifest;
  }

  /** Walks over all headers; where the parts are that tell of the others. */
  private async findFrame(): Promise<Map<string, Place>> {
    const frame = new Map<string, Place>();
    let last = '';
    for await (const place of this.places()) {
      if (last === '' && place.name === headName) {
        const text = await this.whole(place);
        try {
          this.head = JSON.parse(text.toString('utf8')) as Head;
        } catch {
          // Damaged: its hash will say so.
        }
      } else if (last === '') throw new BackupRefused(`${this.place} is not a backup of Ý Hay`);
      if ([listName, manifestName, manifestHashName].includes(place.name)) frame.set(place.name, place);
      last = place.name;
    }
    if (frame.size !== 3 || last !== manifestHashName) throw this.cut(last);
    return frame;
  }

  private insistOnOurs(): void {
    if (this.head === undefined) return;
    if (this.head.product !== 'y-hay') throw new BackupRefused(`${this.place} is not a backup of Ý Hay`);
    if (this.head.format > archiveFormat) {
      throw new BackupRefused(
        `${this.place} was made by a newer version of Ý Hay (${this.head.version}): restore it with that version`,
      );
    }
  }

  private async *listedHashes(): AsyncGenerator<{ sha256: string; name: string }> {
    let rest = '';
    for await (const piece of this.bytes(this.list)) {
      const lines = (rest + piece.toString('latin1')).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield { sha256: line.slice(0, 64), name: line.slice(66) };
    }
  }

  private async *body(place: Place, sha256: string): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const piece of this.bytes(place)) {
      hash.update(piece);
      yield piece;
    }
    if (hash.digest('hex') !== sha256) throw this.damaged(place.name);
  }

  /** The bytes of a part; what fills it up to a whole block must be nothing. */
  private async *bytes(place: Place): AsyncGenerator<Buffer> {
    for (let at = 0; at < place.size; at += pieceBytes) {
      const wanted = Math.min(pieceBytes, place.size - at);
      const piece = await this.read(place.offset + at, wanted);
      if (piece.length < wanted) throw this.cut(place.name);
      yield piece;
    }
    const padding = await this.read(place.offset + place.size, paddingAfter(place.size));
    if (padding.some((byte) => byte !== 0)) throw this.damaged(`the room after ${place.name}`);
  }

  private async whole(place: Place): Promise<Buffer> {
    if (place.size > mostInMemory) throw this.damaged(place.name);
    const pieces: Buffer[] = [];
    for await (const piece of this.bytes(place)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  private async read(offset: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.file.read(buffer, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  private damaged(where: string): BackupRefused {
    return new BackupRefused(`${this.place} is damaged: ${where} is not as it was written. Take another copy of it`);
  }

  private cut(where: string): BackupRefused {
    return new BackupRefused(`${this.place} is cut off after ${where || 'its beginning'}. Take another copy of it`);
  }
}
