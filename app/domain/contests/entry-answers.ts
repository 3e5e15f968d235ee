import { type Because, NotValid } from '#app/domain/refusal.ts';
import type { ContestRules } from './contest-rules.ts';
import { findOwnNames, type TellTale } from './own-names.ts';

/** An answer is as long as a paragraph. */
export const longestAnswer = 2000;

/**
 * The answers to the questions the rules ask, by their place from 1. Throws NotValid beside `answer.<place>`: one is missing, too
 * long, or gives the team of a blind contest away.
 */
export function readAnswers(
  rules: ContestRules,
  typed: Record<string, string>,
  tellTales: readonly TellTale[],
): Record<string, string> {
  const answers: Record<string, string> = {};
  const wrong: Record<string, Because[]> = {};
  for (const [at] of rules.entries.questions.entries()) {
    const place = String(at + 1);
    const answer = (typed[place] ?? '').trim();
    answers[place] = answer;
    if (answer === '') wrong[`answer.${place}`] = [{ key: 'controls:problems.required' }];
    else if (answer.length > longestAnswer) {
      wrong[`answer.${place}`] = [{ key: 'controls:problems.tooLong', values: { max: longestAnswer } }];
    } else if (rules.blind && findOwnNames(tellTales, [{ section: 'answer', text: answer }]).length > 0) {
      wrong[`answer.${place}`] = [{ key: 'contests:problems.answerTells' }];
    }
  }
  if (Object.keys(wrong).length > 0) throw new NotValid(wrong);
  return answers;
}

/** `answer.<place>` fields of a form, by their place. */
export function answersIn(form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const found = /^answer\.(\d{1,2})$/.exec(name);
      return found && typeof value === 'string' ? [[found[1]!, value]] : [];
    }),
  );
}
