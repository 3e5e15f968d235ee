import { type EventKind, eventKinds } from '#app/domain/history/event.ts';

/** What happened, as it is read: who did what to what. Names are those of today. */
export type Happening = {
  id: string;
  at: Date;
  kind: EventKind;
  /** Null: the clock. */
  by: { id: string; name: string } | null;
  person: { id: string; name: string } | null;
  unit: { slug: string; name: string } | null;
  idea: { slug: string; title: string } | null;
  contest: { slug: string; name: string } | null;
  entry: number | null;
  role: string | null;
};

/** The nouns of the history, for narrowing it: `idea` of `idea.published`. */
export const auditNouns = [...new Set(eventKinds.map((kind) => kind.split('.')[0]!))];

/**
 * Between two people and their own, or of a nomination before everyone in it has agreed: none of the units' business above. Whoever
 * administers the whole answers for these too.
 */
export const privateKinds: readonly EventKind[] = [
  'contact.shared',
  'contact.withdrawn',
  'idea.followed',
  'idea.unfollowed',
  'contest.followed',
  'contest.unfollowed',
  'consent.asked',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'nomination.made',
  'nomination.consented',
  'nomination.consent-withdrawn',
  'nomination.withdrawn',
];

/** Tell, while a round is blind, who wrote what or who reads whom: never shown to somebody who judges there. */
export const blindNouns = [
  'entry',
  'conflict',
  'relation',
  'assignment',
  'scoresheet',
  'outcome',
  'appeal',
  'nomination',
] as const;

/** Rows of one export; whoever needs more narrows the time. */
export const mostExported = 100_000;

/**
 * One cell of a CSV file. A cell that a spreadsheet would take for a formula (also after white space, and with the wide
 * forms of the signs) begins with an apostrophe, which shows it as the text it is.
 */
export function csvCell(text: string): string {
  const plain = text.replaceAll(/[\r\n\t\u0000-\u001f]+/g, ' ');
  const safe = /^[\s\uFEFF]*[=+\-@＝＋－＠|%]/.test(plain) ? `'${plain}` : plain;
  return /[",;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (cell === null ? '' : csvCell(String(cell)))).join(',')}\r\n`;
}
