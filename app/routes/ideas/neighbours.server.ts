import { type ContestFound, findContestsByWords } from '#app/domain/contests/find-contests-by-words.server.ts';
import { findMentorsByWords, type MentorFound } from '#app/domain/mentoring/find-mentors-by-words.server.ts';
import { findUnits } from '#app/domain/units/find-units.server.ts';
import { unitLabel } from '#app/domain/units/unit.ts';

export type Neighbours = {
  units: { slug: string; label: string; formerly: string | null }[];
  contests: ContestFound[];
  mentors: MentorFound[];
};

const ofEach = 3;

/** What else than ideas somebody may mean by these words: units by all their names, contests, and for people signed in mentors. */
export async function findNeighbours({ text, signedIn }: { text: string; signedIn: boolean }): Promise<Neighbours> {
  const [units, contests, mentors] = await Promise.all([
    findUnits({ text, limit: ofEach }),
    findContestsByWords({ text, limit: ofEach }),
    signedIn ? findMentorsByWords({ text, limit: ofEach }) : [],
  ]);
  return {
    units: units.map((unit) => ({ slug: unit.slug, label: unitLabel(unit), formerly: unit.formerly })),
    contests,
    mentors,
  };
}
