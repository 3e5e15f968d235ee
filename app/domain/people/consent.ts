import { ageOn } from './day.ts';

/** What a person says yes or no to once, for everything of theirs. */
export const generalPurposes = ['PUBLISH_NAME', 'PUBLISH_PHOTO', 'SHARE_CONTACT'] as const;
export type GeneralPurpose = (typeof generalPurposes)[number];

/** With what a guardian is asked about one thing alone, each time anew. */
export const consentPurposes = [...generalPurposes, 'NOMINATE'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentGivers = ['SELF', 'GUARDIAN'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** A row of consent, as far as the rules look at it. */
export type ConsentRow = {
  purpose: ConsentPurpose;
  giver: ConsentGiver;
  givenAt: Date | null;
  refusedAt?: Date | null;
  withdrawnAt: Date | null;
};

/** The columns the rules of publication need of every author's consents. */
export const consentColumns = { purpose: true, giver: true, givenAt: true, withdrawnAt: true } as const;

/** From this age on a person's own consent is enough (Law 91/2025/QH15 as the drive applies it). */
export const ageOfOwnConsent = 16;

/** Whether this very row says yes at a moment: given by then, and not withdrawn by then. A request alone says nothing. */
export function stands(consent: ConsentRow, at: Date): boolean {
  return (
    consent.givenAt !== null &&
    consent.givenAt.getTime() <= at.getTime() &&
    (consent.withdrawnAt === null || consent.withdrawnAt.getTime() > at.getTime())
  );
}

export function hasConsent(
  consents: readonly ConsentRow[],
  { purpose, giver, at }: { purpose: ConsentPurpose; giver: ConsentGiver; at: Date },
): boolean {
  return consents.some((one) => one.purpose === purpose && one.giver === giver && stands(one, at));
}

/** Under 16 on that day: a guardian's consent is needed beside the person's own. */
export function needsGuardian(person: { birthDate: Date }, at: Date): boolean {
  return ageOn(person.birthDate, at) < ageOfOwnConsent;
}

/** Whether everyone whose consent this purpose needs on that day has given it. */
export function mayPublish(
  { person, consents, on }: { person: { birthDate: Date }; consents: readonly ConsentRow[]; on: Date },
  purpose: ConsentPurpose,
): boolean {
  if (!hasConsent(consents, { purpose, giver: 'SELF', at: on })) return false;
  return !needsGuardian(person, on) || hasConsent(consents, { purpose, giver: 'GUARDIAN', at: on });
}
