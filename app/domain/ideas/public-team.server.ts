import { consentColumns } from '#app/domain/people/consent.ts';
import { isProtected, publicFaceOfTeam } from '#app/domain/people/publication.ts';

export const placeColumns = { id: true, slug: true, name: true, kind: true, path: true, provinceId: true } as const;
export type PlaceRow = {
  id: number;
  slug: string;
  name: string;
  kind: string;
  path: string;
  provinceId: number | null;
};

/** The lead, then the others in the order in which they joined. */
export const leadFirst = [{ kind: 'asc' as const }, { confirmedAt: 'asc' as const }, { id: 'asc' as const }];

/** Confirmed members, the lead first, with what the rule of publication asks of each. */
export const publicTeamColumns = {
  where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
  orderBy: leadFirst,
  select: {
    kind: true,
    person: { select: { fullName: true, birthDate: true, consents: { select: consentColumns } } },
  },
} as const;

type TeamRow = {
  person: {
    fullName: string;
    birthDate: Date;
    consents: Parameters<typeof publicFaceOfTeam>[0]['people'][number]['consents'][number][];
  } | null;
};

export type PublicTeam = {
  /** While a blind round runs nothing tells who it is: no names, no unit, no province. */
  blind: boolean;
  names: string[];
  /** Authors who are there and not named. */
  unnamed: number;
  unit: PlaceRow | null;
  province: PlaceRow | null;
  /** Pictures and papers may show faces and names: kept back while blind, and where a child of the team is protected. */
  filesOpen: boolean;
};

/** What everybody may know on a day of who stands behind an idea and where. */
export function publicTeam({
  members,
  unit,
  province,
  blind,
  on,
}: {
  members: readonly TeamRow[];
  unit: PlaceRow | null;
  province: PlaceRow | null;
  blind: boolean;
  on: Date;
}): PublicTeam {
  if (blind) return { blind, names: [], unnamed: 0, unit: null, province: null, filesOpen: false };
  const people = members.flatMap((member) => member.person ?? []);
  const filesOpen = !people.some((person) => isProtected(person, on));
  return { blind, ...publicFaceOfTeam({ people, unit, province, on }), filesOpen };
}
