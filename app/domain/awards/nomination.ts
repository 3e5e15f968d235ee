import { z } from 'zod';
import { type ConsentRow, needsGuardian, stands } from '#app/domain/people/consent.ts';

export type NominationState = 'waiting' | 'sent' | 'accepted' | 'declined' | 'withdrawn';

/** Where a nomination stands; `complete`: everyone whose consent it needs has given it. */
export function nominationState(
  nomination: { acceptedAt: Date | null; declinedAt: Date | null; withdrawnAt: Date | null },
  complete: boolean,
): NominationState {
  if (nomination.withdrawnAt !== null) return 'withdrawn';
  if (nomination.declinedAt !== null) return 'declined';
  if (nomination.acceptedAt !== null) return 'accepted';
  return complete ? 'sent' : 'waiting';
}

/** Someone of the entry, with their answer and the guardian's to this very nomination. */
export type Asked = {
  person: { birthDate: Date };
  own: { givenAt: Date; withdrawnAt: Date | null } | null;
  guardian: readonly ConsentRow[];
};

/** Their own yes stands and, under 16 on that day, a guardian's beside it. Silence is none. */
export function agrees({ person, own, guardian }: Asked, at: Date): boolean {
  if (own === null || own.withdrawnAt !== null) return false;
  return !needsGuardian(person, at) || guardian.some((one) => stands(one, at));
}

export const nominationForm = z.object({
  /** Its number in the contest. */
  entry: z
    .string()
    .regex(/^\d{1,6}$/, 'controls:problems.choice')
    .transform(Number),
});

export const nominationDeclineForm = z.object({ reason: z.string().trim().min(1).max(500) });

export const nominationTakingForm = z.object({
  /** The slugs of a contest and of one of its divisions. */
  into: z
    .string()
    .regex(/^[a-z0-9-]{1,200}\/[a-z0-9-]{1,200}$/, 'controls:problems.choice')
    .transform((typed) => {
      const [contest = '', division = ''] = typed.split('/');
      return { contest, division };
    }),
});
