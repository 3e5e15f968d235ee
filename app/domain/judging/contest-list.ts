import { z } from 'zod';

/** What an organiser takes along for work outside: who to write to, which files there are, and every mark of a round. */
export const listKinds = ['contacts', 'files', 'marks'] as const;
export type ListKind = (typeof listKinds)[number];

/** As a file is called, in Vietnamese without tones. */
export const listFiles: Record<ListKind, string> = { contacts: 'lien-he', files: 'tep', marks: 'diem' };

export const listForm = z.object({
  list: z.enum(listKinds),
  /** Of marks only. */
  round: z
    .string()
    .default('')
    .refine((typed) => typed === '' || /^\d{1,3}$/.test(typed), 'controls:problems.choice')
    .transform((typed) => (typed === '' ? null : Number(typed))),
});

/** Rows under a heading row of keys into the words (`judging:lists.columns.…`); a cell is text, a number, or nothing. */
export type ContestList = { kind: ListKind; columns: string[]; rows: (string | number | null)[][] };
