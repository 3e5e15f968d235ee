import { constants } from 'node:fs';
import { access, copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileName } from './archive-form.ts';

const holdPrefix = 'files-held-by-';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The stored files as they are at one moment, while people add and remove some: each gets a second name in a folder of its own
 * (a copy where the disk knows no second names), which a removal does not touch.
 */
export class HeldFiles {
  private constructor(
    private readonly dataDir: string,
    private readonly folder: string,
  ) {}

  static async begin(dataDir: string): Promise<HeldFiles> {
    for (const name of await readdir(dataDir)) {
      if (!name.startsWith(holdPrefix)) continue;
      const pid = Number(name.slice(holdPrefix.length));
      if (pid === process.pid || !isAlive(pid)) await rm(path.join(dataDir, name), { recursive: true, force: true });
    }
    const folder = path.join(dataDir, `${holdPrefix}${process.pid}`);
    await mkdir(folder, { mode: 0o700 });
    return new HeldFiles(dataDir, folder);
  }

  /** Takes hold of every file that is there now and is not held yet. */
  async hold(): Promise<void> {
    for (const start of await namesIn(path.join(this.dataDir, 'files'))) {
      if (!/^[0-9a-f]{2}$/.test(start)) continue;
      const held = path.join(this.folder, start);
      await mkdir(held, { recursive: true, mode: 0o700 });
      const already = new Set(await namesIn(held));
      for (const key of await namesIn(path.join(this.dataDir, 'files', start))) {
        if (!/^[0-9a-f]{40}$/.test(key) || already.has(key)) continue;
        await this.holdOne(path.join(this.dataDir, 'files', start, key), path.join(held, key));
      }
    }
  }

  private async holdOne(from: string, to: string): Promise<void> {
    try {
      await link(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return;
      if (!['EPERM', 'EXDEV', 'ENOTSUP', 'EMLINK', 'ENOSYS'].includes(code ?? '')) throw error;
      await copyFile(from, to, constants.COPYFILE_EXCL).catch(async (failure: NodeJS.ErrnoException) => {
        await rm(to, { force: true });
        if (failure.code !== 'ENOENT') throw failure;
      });
    }
  }

  async has(key: string): Promise<boolean> {
    if (!/^[0-9a-f]{40}$/.test(key)) return false;
    return access(this.placeOf(key)).then(
      () => true,
      () => false,
    );
  }

  private placeOf(key: string): string {
    return path.join(this.folder, key.slice(0, 2), key);
  }

  /** Every held file, in the order of their keys. */
  async *all(): AsyncGenerator<{ name: string; place: string }> {
    for (const start of await namesIn(this.folder)) {
      for (const key of await namesIn(path.join(this.folder, start))) {
        yield { name: fileName(key), place: this.placeOf(key) };
      }
    }
  }

  async letGo(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.sort();
}
