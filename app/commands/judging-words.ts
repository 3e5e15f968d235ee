import type { Shortage } from '#app/domain/judging/assignment/problem.ts';
import type { NoModel } from '#app/domain/judging/ranking/rank.ts';

/** A shortage in one sentence, for whoever reads the command's answer. */
export function shortageInWords({ kind, entries, judges, needed, available, unproved }: Shortage): string {
  switch (kind) {
    case 'entry-short':
      return `entry ${named(entries)}: only ${counted(available, 'judge')} free of conflicts, ${needed} needed`;
    case 'capacity':
      return `judges can take ${counted(available, 'review')}, ${needed} needed`;
    case 'group-short':
      return `${entryCount(entries)} (${named(entries)}) share ${counted(judges.length, 'judge')} (${named(judges)}) who can give them ${counted(available, 'review')}, ${needed} needed`;
    case 'min-unreachable':
      return `${judgeCount(judges)} (${named(judges)}) must read at least ${needed}, and only ${counted(available, 'review')} free of conflicts can come to them`;
    case 'links':
      if (entries.length === 0) {
        return `${judgeCount(judges)} (${named(judges)}) must read at least ${needed}, and with the links only ${counted(available, 'review')} can come to them`;
      }
      if (judges.length === 0) {
        return `entry ${named(entries)}: ${counted(needed, 'judge')} from other pools wanted, but only ${counted(available, 'review')} in all`;
      }
      return `${entryCount(entries)} (${named(entries)}): their links need ${counted(needed, 'review')}, and judges can give them ${available}`;
    case 'connectivity':
      if (unproved) return 'no connected assignment was found in the time given; it is not proved that there is none';
      if (needed > 1) {
        const which = entries.length > 0 ? `${entryCount(entries)} (${named(entries)})` : 'all entries';
        return `connecting ${which} takes at least ${counted(needed, 'review')}, and there are ${available}`;
      }
      if (entries.length === 0) return 'no assignment within the loads connects all entries';
      return `${entryCount(entries)} (${named(entries)}) cannot be connected by any chain of judges (${named(judges)})`;
  }
}

/** Why no model could be fitted, in one sentence. */
export function noModelInWords(why: NoModel): string {
  return {
    'one-judge': 'one judge only: severity cannot be told apart from the entries; ranked by mean',
    'one-entry': 'one entry only: there is nothing to compare it with; ranked by mean',
    'entries-as-rows':
      'as many entries as rows, one mark each: entries cannot be told apart from chance; ranked by mean',
    'judges-as-rows':
      'as many judges as rows, one mark each: severity cannot be told apart from chance; ranked by mean',
    'all-equal': 'all marks are equal: there is no variance to estimate; ranked by mean',
  }[why];
}

function entryCount(entries: readonly string[]): string {
  return entries.length === 1 ? 'this entry' : `these ${entries.length} entries`;
}

function judgeCount(judges: readonly string[]): string {
  return judges.length === 1 ? 'this judge' : `these ${judges.length} judges`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, 8).join(', ');
  return ids.length > 8 ? `${shown} and ${ids.length - 8} more` : shown;
}
