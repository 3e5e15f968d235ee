import { type FieldReasons, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { ageOn, dateOfDay } from './day.ts';
import { problemWithPassword } from './password.ts';

/** From seven a child's own word counts in law, beside the guardian's; older than a hundred and ten is a slip of the finger. */
export const ages = { least: 7, most: 110 };

/** The birth date as a date. Throws NotValid where nobody of that age signs up here. */
export function problemWithBirthDate(birthDate: string): FieldReasons {
  const date = dateOfDay(birthDate);
  const age = ageOn(date, now());
  if (date.getTime() > now().getTime()) return { birthDate: [{ key: 'people:problems.bornLater' }] };
  if (age < ages.least) return { birthDate: [{ key: 'people:problems.tooYoung', values: { age: ages.least } }] };
  if (age > ages.most) return { birthDate: [{ key: 'people:problems.tooOld' }] };
  return {};
}

/** Insists on what the form alone cannot know: today's date, and a password that is not its owner's name. */
export function checkNewAccount(account: {
  fullName: string;
  birthDate: string;
  password: string;
  email?: string | null;
  userName?: string;
}): { birthDate: Date } {
  const birthDate = dateOfDay(account.birthDate);
  const problem = problemWithPassword(account.password, { ...account, birthDate });
  const fields = {
    ...problemWithBirthDate(account.birthDate),
    ...(problem === null ? {} : { password: [problem] }),
  };
  if (Object.keys(fields).length > 0) throw new NotValid(fields);
  return { birthDate };
}
