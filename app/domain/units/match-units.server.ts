import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { foldedName, isCurrent, type UnitKind, unitLabel } from './unit.ts';

export type KnownUnit = { id: number; label: string; path: string };

/** What a written name means: one unit; or none, with the labels it may have meant. */
export type UnitMatch = { unit: KnownUnit; near: [] } | { unit: null; near: string[] };

/** How like another name one must be, from 0 to 1, to be offered; and how many are. */
const nearness = { least: 0.4, most: 3 };

/**
 * What each of many written names means, in three queries however many there are: whole names only, with or without what kind of place
 * it is and the province behind a comma, tones and case aside. A name that a place had before a merger means its successor. Where several
 * fit, those below `preferred` come first; where none does, the nearest are offered.
 */
export async function matchUnits({
  texts,
  preferred,
}: {
  texts: readonly string[];
  /** The path of a unit. */
  preferred: string;
}): Promise<Map<string, UnitMatch>> {
  const wanted = [...new Set(texts)].filter((text) => foldedName(text) !== '');
  if (wanted.length === 0) return new Map();
  const book = makeBook(await namesOf());
  return new Map(wanted.map((text) => [text, meaningOf(text, book, preferred)]));
}

type Named = { id: number; label: string; path: string; name: string; place: string; byOwnName: boolean };
type Book = { byName: Map<string, Named[]>; all: Named[]; byPiece: Map<string, number[]> };

async function namesOf(): Promise<Named[]> {
  const at = now();
  const units = await db.unit.findMany({
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      kind: true,
      path: true,
      startsOn: true,
      endsOn: true,
      province: { select: { name: true } },
      formerNames: { select: { name: true } },
    },
  });
  const successions = await db.unitSuccession.findMany({ select: { oldId: true, successorId: true } });
  const current = new Map(units.filter((unit) => isCurrent(unit, at)).map((unit) => [unit.id, unit]));
  const named = (unit: (typeof units)[number], name: string, byOwnName: boolean): Named => ({
    id: unit.id,
    label: unitLabel({ ...unit, kind: unit.kind as UnitKind }),
    path: unit.path,
    name: bare(name),
    place: bare(unit.province?.name ?? ''),
    byOwnName,
  });
  const heirsOf = (id: number, seen: readonly number[] = []): number[] =>
    current.has(id)
      ? [id]
      : successions
          .filter(({ oldId, successorId }) => oldId === id && !seen.includes(successorId))
          .flatMap(({ successorId }) => heirsOf(successorId, [...seen, id]));
  return units.flatMap((unit) =>
    current.has(unit.id)
      ? [named(unit, unit.name, true), ...unit.formerNames.map(({ name }) => named(unit, name, false))]
      : heirsOf(unit.id).map((id) => named(current.get(id)!, unit.name, false)),
  );
}

const kinds =
  /^((doan|tinh doan|thanh doan|doan thanh nien) )?((xa|phuong|dac khu|thi tran|tinh|thanh pho|tp|quan|huyen|thi xa) )?/;

/** A name without what kind of place or of Youth Union it is: "Đoàn phường Ninh Kiều" → "ninh kieu". A name that is nothing else stays. */
function bare(name: string): string {
  const folded = foldedName(name);
  return folded.replace(kinds, '') || folded;
}

function makeBook(all: Named[]): Book {
  const byName = new Map<string, Named[]>();
  const byPiece = new Map<string, number[]>();
  all.forEach((one, at) => {
    byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
    for (const piece of pieces(one.name)) byPiece.set(piece, [...(byPiece.get(piece) ?? []), at]);
  });
  return { byName, all, byPiece };
}

function meaningOf(text: string, book: Book, preferred: string): UnitMatch {
  const [first = '', ...rest] = text.split(/\s*[,–-]\s+/);
  const whole = book.byName.get(bare(text)) ?? [];
  const behind = rest.length === 0 ? [] : (book.byName.get(bare(rest.join(' '))) ?? []);
  const named = whole.length > 0 ? whole : (book.byName.get(bare(first)) ?? []);
  const within =
    rest.length === 0 || whole.length > 0
      ? named
      : named.filter(({ path }) => behind.some((place) => path.startsWith(place.path)));
  const own = within.filter(({ byOwnName }) => byOwnName);
  const fits = distinct(own.length > 0 ? own : within);
  const near = fits.filter(({ path }) => path.startsWith(preferred));
  const chosen = fits.length === 1 ? fits : near;
  if (chosen.length === 1) {
    const { id, label, path } = chosen[0]!;
    return { unit: { id, label, path }, near: [] };
  }
  const others =
    fits.length > 0 ? [...near, ...fits.filter((one) => !near.includes(one))] : alike(text, book, preferred);
  return { unit: null, near: others.slice(0, nearness.most).map(({ label }) => label) };
}

function distinct(named: readonly Named[]): Named[] {
  return [...new Map(named.map((one) => [one.id, one])).values()];
}

/** Three letters at a time, with the edges of the name. */
function pieces(name: string): Set<string> {
  const padded = `  ${name} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** The names most like a text by the pieces they share (Dice's coefficient), those of the preferred place first among equals. */
function alike(text: string, book: Book, preferred: string): Named[] {
  const asked = pieces(bare(text.split(/,/)[0] ?? ''));
  const shared = new Map<number, number>();
  for (const piece of asked) for (const at of book.byPiece.get(piece) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const scored = [...shared].flatMap(([at, count]) => {
    const one = book.all[at]!;
    const score = (2 * count) / (asked.size + one.name.length + 1) + (one.path.startsWith(preferred) ? 0.01 : 0);
    return score >= nearness.least ? [{ one, score }] : [];
  });
  scored.sort((one, other) => other.score - one.score || one.one.id - other.one.id);
  return distinct(scored.map(({ one }) => one));
}
