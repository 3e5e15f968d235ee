/** The kinds of role, as the database knows them. */
export const roleKinds = [
  'MODERATOR',
  'ORGANISER',
  'ADMINISTRATOR',
  'CHAIR',
  'SECRETARY',
  'JUDGE',
  'MENTOR',
  'REPRESENTATIVE',
] as const;

export type RoleKind = (typeof roleKinds)[number];

/** A role in force, with the place it holds in. */
export type HeldRole = {
  kind: RoleKind;
  unitId: number | null;
  /** Path of that unit in the tree, "/1/35/": the role holds for every unit whose path starts with it. */
  unitPath: string | null;
  contestId: string | null;
  businessId: string | null;
};

/** The person who acts, with what they may need to be allowed to. */
export type Actor = {
  id: string;
  fullName: string;
  language: 'vi' | 'en';
  /** Verified mail, or joined by a class code: may put things forward. */
  trusted: boolean;
  roles: HeldRole[];
  /** Roles in force that sleep until a second factor is given in this session. */
  asleep?: RoleKind[];
  /** Has not agreed to the terms as they stand today. */
  termsDue?: boolean;
};

const staffKinds: RoleKind[] = ['MODERATOR', 'ORGANISER', 'ADMINISTRATOR'];

export function isStaff(actor: Actor): boolean {
  return actor.roles.some((role) => staffKinds.includes(role.kind));
}

/** An administrator of the whole tree, not of some part of it. */
export function isAdministrator(actor: Actor): boolean {
  return actor.roles.some((role) => role.kind === 'ADMINISTRATOR' && /^\/\d+\/$/.test(role.unitPath ?? ''));
}

/** Chair or secretary of some contest, or staff who may run contests. Which contest is checked by the verb. */
export function isOfficer(actor: Actor): boolean {
  return actor.roles.some((role) => ['CHAIR', 'SECRETARY', 'ORGANISER', 'ADMINISTRATOR'].includes(role.kind));
}

/** Organises contests of some unit, or administers one. */
export function organisesUnits(actor: Actor): boolean {
  return actor.roles.some(
    ({ kind, unitPath }) => unitPath !== null && (kind === 'ORGANISER' || kind === 'ADMINISTRATOR'),
  );
}

/** Holds one of these kinds of role in a unit on the way from the root down to `unitPath`. Administrators hold all. */
export function holdsInUnit(actor: Actor, kinds: RoleKind[], unitPath: string): boolean {
  return actor.roles.some(
    (role) =>
      role.unitPath !== null &&
      unitPath.startsWith(role.unitPath) &&
      (kinds.includes(role.kind) || role.kind === 'ADMINISTRATOR'),
  );
}

/** Holds one of these kinds of role in this very contest. */
export function holdsInContest(actor: Actor, kinds: RoleKind[], contestId: string): boolean {
  return actor.roles.some((role) => role.contestId === contestId && kinds.includes(role.kind));
}
