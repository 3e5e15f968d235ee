/** What a user name may look like; with it pupils without a mail address sign in. Never with an @, so that it is no address. */
export const userNamePattern = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/;
export const userNameLength = { min: 4, max: 30 };

/** Names that would seem to speak for the site. */
const keptBack = new Set(
  'admin administrator root system support quantri quan-tri quan.tri quanlykythuat bantochuc ban-to-chuc banto-chuc trung-uong trunguongdoan doanthanhnien yhay y-hay y.hay giamkhao giam-khao hotro ho-tro thuky thu-ky webmaster postmaster noreply'.split(
    ' ',
  ),
);

/** "Nguyen.Anh " as it is kept and compared: lower case, no spaces around. */
export function userNameOf(typed: string): string {
  return typed.trim().toLowerCase();
}

export function isKeptBack(userName: string): boolean {
  return keptBack.has(userName);
}
