import { z } from 'zod';

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));
const words = (min: number, max: number) => z.string().trim().min(min).max(max);

/** A question to the organiser, in the asker's words. */
export const questionForm = z.object({ question: words(10, 2000) });

/** An answer, beside the question as everybody is to read it. */
export const answerForm = z.object({ question: z.uuid(), shown: words(5, 2000), answer: words(1, 5000) });

export const announcementForm = z.object({ title: line(160), text: words(1, 10_000) });

/** So many questions of one person may wait for their answers at a time. */
export const mostWaiting = 5;
