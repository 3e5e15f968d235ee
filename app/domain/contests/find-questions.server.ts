import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';

export const questionsPerPage = 30;

export type Answered = {
  id: string;
  question: string;
  answer: string;
  answeredAt: Date;
  correctedAt: Date | null;
  /** How it read before it was put right, the newest first. */
  earlier: { question: string; answer: string; at: Date }[];
};

/**
 * A page of a contest's answered questions, the newest answer first, and what this visitor asked that still waits. Who asked is
 * nobody's to read. Two queries, and one for a visitor who is signed in.
 */
export async function findQuestions({
  contestId,
  by,
  page,
}: {
  contestId: string;
  by: Actor | null;
  page: number;
}): Promise<{ answered: Answered[]; total: number; pages: number; own: { id: string; text: string; at: Date }[] }> {
  const where = { contestId, answeredAt: { not: null } };
  const [rows, total, own] = await Promise.all([
    db.contestQuestion.findMany({
      where,
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * questionsPerPage,
      take: questionsPerPage,
      relationLoadStrategy: 'join',
      select: {
        id: true,
        text: true,
        shown: true,
        answer: true,
        answeredAt: true,
        correctedAt: true,
        earlier: { orderBy: { until: 'desc' }, take: 20, select: { shown: true, answer: true, at: true } },
      },
    }),
    db.contestQuestion.count({ where }),
    by === null
      ? []
      : db.contestQuestion.findMany({
          where: { contestId, byId: by.id, answeredAt: null },
          orderBy: { at: 'asc' },
          select: { id: true, text: true, at: true },
        }),
  ]);
  return {
    answered: rows.map(({ id, text, shown, answer, answeredAt, correctedAt, earlier }) => ({
      id,
      question: shown ?? text,
      answer: answer ?? '',
      answeredAt: answeredAt!,
      correctedAt,
      earlier: earlier.map(({ shown: question, ...one }) => ({ question, ...one })),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / questionsPerPage)),
    own,
  };
}

/**
 * Questions that wait for an answer, the oldest first, for officers; `withheld` instead of them where this officer judges here
 * while teams are hidden: the text of a question may tell who asks. Two queries.
 */
export async function findQuestionsWaiting({
  contestId,
  seesTeams,
}: {
  contestId: string;
  seesTeams: boolean;
}): Promise<{ waiting: { id: string; text: string; at: Date; by: string }[]; total: number; withheld: boolean }> {
  const where = { contestId, answeredAt: null };
  const [rows, total] = await Promise.all([
    seesTeams
      ? db.contestQuestion.findMany({
          where,
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
          take: 50,
          select: { id: true, text: true, at: true, by: { select: { fullName: true } } },
        })
      : [],
    db.contestQuestion.count({ where }),
  ]);
  return { waiting: rows.map(({ by, ...row }) => ({ ...row, by: by.fullName })), total, withheld: !seesTeams };
}
