/** How an idea was judged in one published round of a contest. */
export type IdeaMarks = {
  contest: { slug: string; name: string };
  round: string;
  division: string;
  number: number;
  sheets: number;
  mean: number;
  sd: number | null;
  adjusted: number | null;
  rank: number;
  rankLow: number | null;
  rankHigh: number | null;
  /** Entries its rank is among. */
  among: number;
  /** Each criterion with the mean of its marks, on the criterion's own scale. */
  criteria: { name: string; mean: number; min: number; max: number }[];
};
