import type { UnitKind } from '#app/domain/units/unit.ts';

/** One entry as papers list it: names in full, since papers are signed and kept by the host. */
export type PaperEntry = {
  number: number;
  title: string;
  division: string;
  unit: string;
  /** The lead first. */
  team: string[];
  sheets: number;
  marks: { judge: number; total: number | null }[];
  mean: number;
  median: number;
  sd: number | null;
  adjusted: number | null;
  se: number | null;
  rank: number;
  place: number;
  interval: [number, number] | null;
  passed: boolean;
  award: number | null;
  byRules: { passed: boolean; award: number | null };
  because: string[];
  awardBecause: string | null;
  tie: string | null;
  overrideReason: string | null;
  certificates: string[];
};

export type PaperSheet = {
  entry: number;
  title: string;
  division: string;
  judge: { number: number; name: string };
  submittedAt: Date | null;
  note: string;
  total: number | null;
  marks: { name: string; min: number; max: number; weight: number; mark: number | null }[];
};

/** What the papers of a round say. */
export type RoundPapers = {
  contest: { slug: string; name: string; rulesHash: string | null };
  host: { name: string; kind: UnitKind; code?: string | null; place: string };
  round: { number: number; name: string; state: string; method: string; reviewsPerEntry: number; last: boolean };
  closed: { at: Date; reason: string | null } | null;
  published: { at: Date; reason: string | null } | null;
  seats: { chairs: string[]; secretaries: string[]; judges: { number: number; name: string }[] };
  awards: { name: string; from: number | null; places: number | null }[];
  /** By division and place. */
  entries: PaperEntry[];
  sheets: PaperSheet[];
  /** Of the record, once published: after the newest appeal that was decided since, where there is one. */
  root: string | null;
  /** What it was at publication, and after each earlier appeal. */
  earlierRoots: { hash: string; at: Date; appeal: boolean }[];
};

export const paperKinds = ['scoresheets', 'minutes', 'decision', 'table', 'winners'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Under what address each paper is, and as what file. */
export const paperFiles: Record<PaperKind, { name: string; type: 'docx' | 'xlsx' }> = {
  scoresheets: { name: 'phieu-cham', type: 'docx' },
  minutes: { name: 'bien-ban', type: 'docx' },
  decision: { name: 'quyet-dinh', type: 'docx' },
  table: { name: 'bang-tong-hop', type: 'xlsx' },
  winners: { name: 'danh-sach-dat-giai', type: 'xlsx' },
};
