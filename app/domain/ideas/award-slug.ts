import { slugOf } from '#app/domain/vietnamese.ts';

/** What an award is called in addresses and in the index, whatever the contest: "Giải Nhất" is giai-nhat. */
export function awardSlug(name: string): string {
  return slugOf(name, 60);
}
