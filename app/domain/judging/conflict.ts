import type { Because } from '#app/domain/refusal.ts';

export const conflictKinds = [
  'AUTHOR',
  'TEAM_MATE',
  'SAME_UNIT',
  'MENTOR',
  'SPONSOR',
  'KIN',
  'SHARED_PHONE',
  'DECLARED_BY_JUDGE',
  'DECLARED_BY_TEAM',
  'DECLARED_BY_STAFF',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const relationKinds = ['GUARDIAN', 'KIN', 'MENTOR', 'SPONSOR'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** Why this judge must not read this entry, with the way the two are tied; `path` names people and is for officers only. */
export type FoundConflict = { entryId: string; judgeId: string; kind: ConflictKind; path: Because };

export type PlacedUnit = { id: number; path: string; name: string; kind: string };

/** A person as far as relations go. */
export type Related = {
  id: string;
  name: string;
  mail: string | null;
  /** Their own and their guardian's. */
  phones: (string | null)[];
  /** Of guardians who were asked for consent. */
  guardianMails: string[];
  /** Every unit they belong to, belonged to, claim to belong to or work for. */
  units: PlacedUnit[];
};

export type Relations = {
  host: { id: number; path: string };
  /** The host and every unit that became part of it. */
  hostIds: ReadonlySet<number>;
  /** Whether the rules count units at all. */
  sameUnit: boolean;
  /** Each unit on the way to any of the units below, with what it has become since, itself first. */
  lines: ReadonlyMap<number, PlacedUnit[]>;
  /** Schools and employers that are one under two names: each with the number of their group. */
  sameInstitutions: ReadonlyMap<number, number>;
  people: ReadonlyMap<string, Related>;
  judges: readonly { judgeId: string; personId: string }[];
  entries: readonly { entryId: string; ideaId: string; people: readonly string[]; units: readonly PlacedUnit[] }[];
  /** Who was on a team with whom: the judge's person, the other, and where. */
  teamMates: readonly { personId: string; otherId: string; where: string }[];
  mentored: readonly { personId: string; ideaId: string; title: string; people: readonly string[] }[];
  sponsored: readonly { personId: string; ideaId: string; business: string }[];
  /** Rows that say who is whose: a judge is `personId` or `otherId`, and so is a member of a team or a guardian of both. */
  related: readonly { kind: RelationKind; personId: string; otherId: string; since: string; until: string }[];
  declared: readonly { entryId: string; personId: string; kind: ConflictKind; reason: string }[];
};

/** Kinds of unit that are one school or employer, however far below it somebody sits. */
const institutions = new Set(['UNIVERSITY', 'SCHOOL', 'ENTERPRISE', 'AGENCY', 'ARMED_FORCES']);

/** `+84 912 345 678`, `0912.345.678` and `0084912345678` are one number; null for what is too short to be one. */
export function samePhone(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.replaceAll(/\D/g, '').replace(/^(?:00)?84(?=\d{9})/, '0');
  return digits.length < 8 ? null : digits;
}

function idsOf(path: string): number[] {
  return path.split('/').filter(Boolean).map(Number);
}

/**
 * The unit that stands for this one between host and members. Two people conflict when their lowest common unit lies strictly
 * below the host, which is to say: when they are on the same branch directly under it. Outside the host's tree it is the
 * school or employer, else the unit itself. Null for the host, what lies above it, and nothing else.
 */
function branchOf(unit: PlacedUnit, { host, hostIds, lines }: Relations): number | null {
  const ids = idsOf(unit.path);
  const at = ids.findLastIndex((id) => hostIds.has(id));
  if (at >= 0) return ids[at + 1] ?? null;
  const above = new Set(idsOf(host.path));
  if (above.has(unit.id)) return null;
  const institution = ids.find((id) => !above.has(id) && institutions.has(lines.get(id)?.[0]?.kind ?? ''));
  return institution ?? unit.id;
}

/** Every branch a unit counts as: by its present place, and by what it or its branch has become since. */
function branchesOf(unit: PlacedUnit, relations: Relations): Set<number> {
  const branches = new Set<number>();
  for (const become of relations.lines.get(unit.id) ?? [unit]) {
    const branch = branchOf(become, relations);
    if (branch === null) continue;
    for (const later of relations.lines.get(branch) ?? []) {
      const place = branchOf(later, relations);
      if (place !== null) branches.add(place);
    }
    branches.add(branch);
  }
  for (const become of relations.lines.get(unit.id) ?? [unit]) {
    for (const group of institutionsOf(become, relations)) branches.add(group);
  }
  return branches;
}

/** Groups of schools and employers under two names that a unit is or belongs to, below the host. */
function institutionsOf(unit: PlacedUnit, { host, hostIds, sameInstitutions }: Relations): number[] {
  const above = new Set(idsOf(host.path));
  return idsOf(unit.path).flatMap((id) => (above.has(id) || hostIds.has(id) ? [] : (sameInstitutions.get(id) ?? [])));
}

/** Words before a school's name that some write and some leave out. */
const dispensable = /^(?:(?:doan|thanh nien|tncs|ho chi minh|chi|truong|cong ty|co phan|tnhh|tap doan) )+/;

/**
 * Schools and employers that go by one name in one place: written with and without "Trường", or one under a name the other had
 * before. Two schools of one name in two provinces are two schools.
 *
 * @returns for each unit that shares a name, the number of its group: the least id in it, negated so that it is no unit's
 */
export function groupInstitutions(
  units: readonly { id: number; kind: string; provinceId: number | null; names: readonly string[] }[],
): Map<number, number> {
  const groups = new Map<number, number>();
  const find = (id: number): number => {
    const parent = groups.get(id) ?? id;
    return parent === id ? id : find(parent);
  };
  const byName = new Map<string, number>();
  for (const { id, kind, provinceId, names } of units) {
    if (!institutions.has(kind)) continue;
    for (const name of names) {
      const key = `${provinceId ?? ''} ${name
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
        .replace(dispensable, '')}`;
      const other = byName.get(key);
      if (other === undefined) byName.set(key, id);
      else {
        const [a, b] = [find(other), find(id)];
        if (a !== b) groups.set(Math.max(a, b), Math.min(a, b));
      }
    }
  }
  const joined = new Set([...groups.keys()].flatMap((id) => [id, find(id)]));
  return new Map([...joined].map((id) => [id, -find(id)]));
}

type Found = Omit<FoundConflict, 'judgeId' | 'entryId'>;

/**
 * Every conflict between these judges and these entries, each with its way. Built from indexes over relations, so that the
 * work grows with relations and not with judges × entries.
 */
export function conflictsIn(relations: Relations): FoundConflict[] {
  const { people, judges, entries } = relations;
  const found: FoundConflict[] = [];
  const add = (judgeId: string, entryId: string, { kind, path }: Found) => found.push({ entryId, judgeId, kind, path });
  const nameOf = (id: string) => people.get(id)?.name ?? '?';

  const entriesOfPerson = new Map<string, string[]>();
  for (const entry of entries) for (const id of entry.people) push(entriesOfPerson, id, entry.entryId);
  const entriesOfIdea = new Map<string, string[]>();
  for (const entry of entries) push(entriesOfIdea, entry.ideaId, entry.entryId);
  const seats = new Map(judges.map(({ judgeId, personId }) => [personId, judgeId]));

  for (const [personId, judgeId] of seats) {
    const judge = nameOf(personId);
    for (const entryId of entriesOfPerson.get(personId) ?? []) {
      add(judgeId, entryId, { kind: 'AUTHOR', path: { key: 'judging:conflicts.author', values: { judge } } });
    }
  }

  const authors = new Set(found.map(({ judgeId, entryId }) => `${judgeId} ${entryId}`));
  const told = new Set<string>();
  for (const { personId, otherId, where } of relations.teamMates) {
    const judgeId = seats.get(personId);
    if (judgeId === undefined || otherId === personId) continue;
    for (const entryId of entriesOfPerson.get(otherId) ?? []) {
      // Being of this very team says it already.
      if (authors.has(`${judgeId} ${entryId}`) || !once(told, judgeId, entryId, otherId)) continue;
      const values = { judge: nameOf(personId), member: nameOf(otherId), where };
      add(judgeId, entryId, { kind: 'TEAM_MATE', path: { key: 'judging:conflicts.teamMate', values } });
    }
  }

  for (const { personId, ideaId, title, people: team } of relations.mentored) {
    const judgeId = seats.get(personId);
    if (judgeId === undefined) continue;
    const mentored = new Set(entriesOfIdea.get(ideaId) ?? []);
    for (const id of team) for (const entryId of entriesOfPerson.get(id) ?? []) mentored.add(entryId);
    const path = { key: 'judging:conflicts.mentor', values: { judge: nameOf(personId), idea: title } };
    for (const entryId of mentored) add(judgeId, entryId, { kind: 'MENTOR', path });
  }

  for (const { personId, ideaId, business } of relations.sponsored) {
    const judgeId = seats.get(personId);
    if (judgeId === undefined) continue;
    const path = { key: 'judging:conflicts.sponsor', values: { judge: nameOf(personId), business } };
    for (const entryId of entriesOfIdea.get(ideaId) ?? []) add(judgeId, entryId, { kind: 'SPONSOR', path });
  }

  const phones = new Map<string, string[]>();
  const mails = new Map<string, string[]>();
  for (const personId of entriesOfPerson.keys()) {
    const person = people.get(personId);
    if (person === undefined) continue;
    for (const phone of new Set(person.phones.map(samePhone))) if (phone !== null) push(phones, phone, personId);
    for (const mail of new Set(person.guardianMails)) push(mails, mail.toLowerCase(), personId);
  }
  const owners = new Map<string, string[]>();
  for (const personId of entriesOfPerson.keys()) {
    const mail = people.get(personId)?.mail;
    if (mail) push(owners, mail.toLowerCase(), personId);
  }
  for (const [personId, judgeId] of seats) {
    const person = people.get(personId);
    if (person === undefined) continue;
    const judge = person.name;
    for (const phone of new Set(person.phones.map(samePhone))) {
      for (const otherId of phone === null ? [] : (phones.get(phone) ?? [])) {
        if (otherId === personId) continue;
        const path = { key: 'judging:conflicts.sharedPhone', values: { judge, member: nameOf(otherId) } };
        for (const entryId of entriesOfPerson.get(otherId)!) add(judgeId, entryId, { kind: 'SHARED_PHONE', path });
      }
    }
    const kin = new Set<string>();
    // The judge is a guardian of a member, or a member is the judge's, or one guardian answers for both.
    for (const mail of [person.mail, ...person.guardianMails]) {
      if (mail) for (const otherId of mails.get(mail.toLowerCase()) ?? []) kin.add(otherId);
    }
    for (const mail of person.guardianMails)
      for (const otherId of owners.get(mail.toLowerCase()) ?? []) kin.add(otherId);
    kin.delete(personId);
    for (const otherId of kin) {
      const path = { key: 'judging:conflicts.guardian', values: { judge, member: nameOf(otherId) } };
      for (const entryId of entriesOfPerson.get(otherId)!) add(judgeId, entryId, { kind: 'KIN', path });
    }
  }

  addRelated(relations, seats, entriesOfPerson, nameOf, add);

  if (relations.sameUnit) addSameUnit(relations, seats, nameOf, add);

  const standing = new Set(entries.map(({ entryId }) => entryId));
  for (const { entryId, personId, kind, reason } of relations.declared) {
    const judgeId = seats.get(personId);
    if (judgeId === undefined || !standing.has(entryId)) continue;
    const path = { key: `judging:conflicts.${kind}`, values: { judge: nameOf(personId), reason } };
    add(judgeId, entryId, { kind, path });
  }
  return found;
}

const kindOfRelation = { GUARDIAN: 'KIN', KIN: 'KIN', MENTOR: 'MENTOR', SPONSOR: 'SPONSOR' } as const;

/** Ties that a row says, in either direction and at any time; and one guardian of both. */
function addRelated(
  { related }: Relations,
  seats: ReadonlyMap<string, string>,
  entriesOfPerson: ReadonlyMap<string, string[]>,
  nameOf: (id: string) => string,
  add: (judgeId: string, entryId: string, found: Found) => void,
): void {
  const told = new Set<string>();
  const childrenOf = new Map<string, string[]>();
  for (const { kind, personId, otherId, since, until } of related) {
    if (kind === 'GUARDIAN') push(childrenOf, personId, otherId);
    for (const [judge, member] of [
      [personId, otherId],
      [otherId, personId],
    ] as const) {
      const judgeId = seats.get(judge);
      if (judgeId === undefined) continue;
      for (const entryId of entriesOfPerson.get(member) ?? []) {
        if (!once(told, judgeId, entryId, kind, member)) continue;
        const values = { judge: nameOf(judge), member: nameOf(member), since, until };
        add(judgeId, entryId, {
          kind: kindOfRelation[kind],
          path: { key: `judging:conflicts.related.${kind}`, values },
        });
      }
    }
  }
  for (const children of childrenOf.values()) {
    for (const judge of children) {
      const judgeId = seats.get(judge);
      if (judgeId === undefined) continue;
      for (const member of children) {
        if (member === judge) continue;
        for (const entryId of entriesOfPerson.get(member) ?? []) {
          if (!once(told, judgeId, entryId, 'shared', member)) continue;
          const values = { judge: nameOf(judge), member: nameOf(member) };
          add(judgeId, entryId, { kind: 'KIN', path: { key: 'judging:conflicts.sharedGuardian', values } });
        }
      }
    }
  }
}

function addSameUnit(
  relations: Relations,
  seats: ReadonlyMap<string, string>,
  nameOf: (id: string) => string,
  add: (judgeId: string, entryId: string, found: Found) => void,
): void {
  const known = new Map<number, Set<number>>();
  const branches = (unit: PlacedUnit) => {
    const before = known.get(unit.id);
    if (before) return before;
    const fresh = branchesOf(unit, relations);
    known.set(unit.id, fresh);
    return fresh;
  };
  type Tie = { entryId: string; member: string | null; unit: string };
  const ties = new Map<number, Tie[]>();
  for (const entry of relations.entries) {
    for (const unit of entry.units) {
      for (const branch of branches(unit))
        push(ties, branch, { entryId: entry.entryId, member: null, unit: unit.name });
    }
    for (const id of entry.people) {
      for (const unit of relations.people.get(id)?.units ?? []) {
        for (const branch of branches(unit)) {
          push(ties, branch, { entryId: entry.entryId, member: nameOf(id), unit: unit.name });
        }
      }
    }
  }
  const told = new Set<string>();
  for (const [personId, judgeId] of seats) {
    for (const unit of relations.people.get(personId)?.units ?? []) {
      for (const branch of branches(unit)) {
        for (const tie of ties.get(branch) ?? []) {
          if (!once(told, judgeId, tie.entryId, String(branch))) continue;
          const common = relations.lines.get(Math.abs(branch))?.[0]?.name ?? unit.name;
          const values = { judge: nameOf(personId), judgeUnit: unit.name, unit: tie.unit, common };
          const path =
            tie.member === null
              ? { key: 'judging:conflicts.ideaUnit', values }
              : { key: 'judging:conflicts.sameUnit', values: { ...values, member: tie.member } };
          add(judgeId, tie.entryId, { kind: 'SAME_UNIT', path });
        }
      }
    }
  }
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

function once(told: Set<string>, ...parts: string[]): boolean {
  const key = parts.join(' ');
  if (told.has(key)) return false;
  told.add(key);
  return true;
}

/** Conflicts by pair, for looking up whether a judge may read an entry. */
export function byPair(conflicts: readonly FoundConflict[]): Map<string, FoundConflict[]> {
  const pairs = new Map<string, FoundConflict[]>();
  for (const conflict of conflicts) push(pairs, pairKey(conflict), conflict);
  return pairs;
}

export function pairKey({ entryId, judgeId }: { entryId: string; judgeId: string }): string {
  return `${entryId} ${judgeId}`;
}
