import { fold, syllables } from '#app/domain/vietnamese.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findAvailableMentors } from './find-available-mentors.server.ts';

export type MentorFound = { id: string; name: string; about: string };

/** More mentors than these are not gone through at every key. */
const mostRead = 1_000;

/**
 * Mentors who may be asked and whose name, or what they say they help with, holds all the words; names first. For people who are
 * signed in, as the list of mentors is.
 */
export async function findMentorsByWords({
  text,
  limit = 3,
}: {
  text: string;
  limit?: number;
}): Promise<MentorFound[]> {
  const words = syllables(fold(text.slice(0, 200)));
  if (words.length === 0) return [];
  const last = words.at(-1)!;
  const holds = (held: string) => {
    const own = syllables(fold(held));
    return words.slice(0, -1).every((word) => own.includes(word)) && own.some((word) => word.startsWith(last));
  };
  const mentors = await findAvailableMentors(db, { most: mostRead });
  const named = mentors.filter(({ name }) => holds(name));
  const others = words.length > 1 ? mentors.filter(({ name, about }) => !holds(name) && holds(about)) : [];
  return [...named, ...others].slice(0, limit).map(({ id, name, about }) => ({ id, name, about }));
}
