import type { FieldReasons } from '#app/domain/refusal.ts';
import type { MarkStanding } from './mark.ts';

/** A criterion as the sheet shows it. */
export type CriterionMarks = {
  criterionId: string;
  value: number | null;
  /** 0 where nothing is in force yet. */
  revision: number;
  /** Marks that wait for the judge to choose. */
  asides: { id: string; value: number }[];
};

/** What the server answers to marks that were sent. */
export type SavedMarks = {
  /** How each mark that was sent was taken. */
  taken: { criterionId: string; key: string; standing: MarkStanding; revision: number }[];
  criteria: CriterionMarks[];
  /** 0–100, or null while a criterion has no mark. */
  total: number | null;
  missing: number;
  /** What was wrong, under `mark.<criterion>`; every other mark was saved all the same. */
  problems: FieldReasons;
  /** Why marks came too late to count; null where they counted. */
  late: { key: string } | null;
  savedAt: Date;
};
