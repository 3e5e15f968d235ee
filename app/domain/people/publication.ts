import { type ConsentRow, mayPublish, needsGuardian } from './consent.ts';

/** A unit as far as publication looks at it: these two kinds say no more than the province. */
type PlacedUnit = { kind: string };
const kindsThatTellNoPlace = ['PROVINCE', 'CENTRE'];

export type PublicFace<Unit, Province> = {
  /** Null where the name may not be shown to the public. */
  name: string | null;
  photo: boolean;
  /** Null where the unit would tell where a protected child can be found. */
  unit: Unit | null;
  province: Province | null;
};

type Author = { fullName: string; birthDate: Date; consents: readonly ConsentRow[] };

/** Under 16 on that day without both consents: no name, no photo, no unit below the province, anywhere public. */
export function isProtected(person: Author, on: Date): boolean {
  return needsGuardian(person, on) && !mayPublish({ person, consents: person.consents, on }, 'PUBLISH_NAME');
}

/**
 * What of a person everybody may see on a day. The name needs the person's own consent at any age and, under 16, a
 * guardian's too; the photo needs its own pair beside that. The unit is kept back only from those under 16 whose pair is
 * not complete. The day decides, not the day something was written: a birthday or a withdrawal changes the answer.
 */
export function publicFace<Unit extends PlacedUnit, Province>({
  person,
  consents,
  unit,
  province,
  on,
}: {
  person: { fullName: string; birthDate: Date };
  consents: readonly ConsentRow[];
  unit: Unit | null;
  province: Province | null;
  on: Date;
}): PublicFace<Unit, Province> {
  const named = mayPublish({ person, consents, on }, 'PUBLISH_NAME');
  const hidden = isProtected({ ...person, consents }, on);
  return {
    name: named ? person.fullName : null,
    photo: named && mayPublish({ person, consents, on }, 'PUBLISH_PHOTO'),
    unit: unit !== null && hidden && !kindsThatTellNoPlace.includes(unit.kind) ? null : unit,
    province,
  };
}

/**
 * The same for everyone who made one thing: the names that may be shown, in the order given, how many authors stay
 * unnamed, and the unit only where it gives no protected child among them away.
 */
export function publicFaceOfTeam<Unit extends PlacedUnit, Province>({
  people,
  unit,
  province,
  on,
}: {
  people: readonly Author[];
  unit: Unit | null;
  province: Province | null;
  on: Date;
}): { names: string[]; unnamed: number; unit: Unit | null; province: Province | null } {
  const faces = people.map((person) => publicFace({ person, consents: person.consents, unit, province, on }));
  const names = faces.flatMap((face) => (face.name === null ? [] : [face.name]));
  return {
    names,
    unnamed: faces.length - names.length,
    unit: faces.every((face) => face.unit !== null) ? unit : null,
    province,
  };
}
