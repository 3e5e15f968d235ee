import { causeInWords, matchMentors } from '#app/domain/mentoring/matching/match-mentors.ts';
import { readMatchingProblem, UnusableProblem } from '#app/domain/mentoring/matching/matching-problem.ts';
import { answerWith, readJson, Unusable } from './plain-file.ts';

const usage = 'usage: npm run -s mentoring -- match problem.json   (- for standard input)';

await answerWith(async () => {
  const [command, file, ...more] = process.argv.slice(2);
  if (command !== 'match' || file === undefined || more.length > 0) throw new Unusable(usage);
  try {
    const { unserved, ...match } = matchMentors(readMatchingProblem(readJson(file)));
    return { answer: { ...match, unserved: unserved.map(({ team, cause }) => ({ team, why: causeInWords(cause) })) } };
  } catch (error) {
    if (error instanceof UnusableProblem) throw new Unusable(error.message);
    throw error;
  }
});
