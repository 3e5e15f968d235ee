import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

export type OtherUser = { uid: number; gid: number };

/**
 * Whom a local server runs as when we are root: PostgreSQL refuses to be root, and no other server needs to be.
 * Null when we are not root (it runs as ourselves).
 */
export function otherUser(): OtherUser | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function mayEnter(folder: string, user: OtherUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether `user` can come to `folder` at all: every folder above it lets them pass. */
export function isReachable(folder: string, user: OtherUser | null): boolean {
  if (user === null) return true;
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    if (!mayEnter(at, user)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Where root keeps what another user must reach when the project itself lies in a folder closed to others. */
const openGround = '/var/lib/y-hay';

/**
 * A folder of the server `name` that belongs to `user`: under `dataDir`, or on open ground where `dataDir` is closed to
 * `user` (such as /root or a fresh `mktemp -d`). `mark` ties the latter to this data folder.
 */
export function folderFor(name: string, options: { dataDir: string; user: OtherUser | null; mark: string }): string {
  const { dataDir, user, mark } = options;
  mkdirSync(dataDir, { recursive: true });
  const parent = isReachable(dataDir, user)
    ? dataDir
    : path.join(openGround, createHash('sha256').update(mark).digest('hex').slice(0, 16));
  mkdirSync(parent, { recursive: true });
  const folder = path.join(parent, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== null) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** Where a program's files lie for `user`: `source` itself when reachable, else the place to copy them to. */
export function programFolder(source: string, user: OtherUser | null, nameAndVersion: string): string {
  return isReachable(source, user) ? source : path.join(openGround, 'programs', nameAndVersion);
}
