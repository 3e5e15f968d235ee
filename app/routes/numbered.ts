/** The number that a part of an address says, from 1; 0 where it says none, or more than anything here can be numbered. */
export function numberIn(part: string): number {
  return /^[1-9]\d{0,8}$/.test(part) ? Number(part) : 0;
}
