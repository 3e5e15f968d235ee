import { fillNormal, seededRandom } from '#app/domain/judging/random.ts';
import type { Score } from '#app/domain/judging/ranking/design.ts';

/** What marks are made of: mark = centre + entry + judge + chance, each normal with its own standard deviation. */
export interface MadeMarks {
  readonly seed: number;
  readonly entries: number;
  readonly judges: number;
  /** Readings of each entry; of between and including two numbers where there are two. */
  readonly reads: number | readonly [number, number];
  readonly centre: number;
  readonly sd: { readonly entry: number; readonly judge: number; readonly chance: number };
  /** Panels that share neither entries nor judges. */
  readonly panels?: number;
  /** A judge may be drawn for the same entry more than once. */
  readonly twice?: boolean;
  /** Marks are rounded to this. */
  readonly step?: number;
  readonly range?: readonly [number, number];
}

/** Marks by a seeded generator, the same on every machine. */
export function madeMarks(made: MadeMarks): Score[] {
  const { entries, judges, reads, centre, sd, panels = 1, step = 0.001, range } = made;
  const random = seededRandom(made.seed);
  const normals = (count: number) => {
    const drawn = new Float64Array(count);
    fillNormal(drawn, random);
    return drawn;
  };
  const [quality, severity] = [normals(entries), normals(judges)];
  const [fewest, most] = typeof reads === 'number' ? [reads, reads] : reads;
  return Array.from({ length: entries }, (_, entry) => {
    const panel = Array.from({ length: judges }, (_, judge) => judge).filter(
      (judge) => judge % panels === entry % panels,
    );
    return Array.from({ length: fewest + Math.floor(random() * (most - fewest + 1)) }, () => {
      const at = Math.floor(random() * panel.length);
      const judge = panel[at]!;
      if (!made.twice) panel.splice(at, 1);
      const exact = centre + sd.entry * quality[entry]! + sd.judge * severity[judge]! + sd.chance * normals(1)[0]!;
      const mark = range ? Math.min(range[1], Math.max(range[0], exact)) : exact;
      return { entry: `e${entry}`, judge: `j${judge}`, score: Number((Math.round(mark / step) * step).toFixed(4)) };
    });
  }).flat();
}

/** Designs that were also fitted by R's lme4: `lme4-fits.json`. */
export const designs: Record<string, MadeMarks> = {
  'three readers drawn at random': {
    seed: 1,
    entries: 24,
    judges: 8,
    reads: 3,
    centre: 50,
    sd: { entry: 12, judge: 8, chance: 7 },
  },
  'everyone reads everything': {
    seed: 2,
    entries: 12,
    judges: 5,
    reads: 5,
    centre: 6,
    sd: { entry: 1, judge: 0.5, chance: 1 },
  },
  'more judges than entries': {
    seed: 3,
    entries: 6,
    judges: 14,
    reads: 7,
    centre: 60,
    sd: { entry: 9, judge: 6, chance: 6 },
  },
  'some entries read once, some often': {
    seed: 4,
    entries: 25,
    judges: 9,
    reads: [1, 6],
    centre: 70,
    sd: { entry: 8, judge: 5, chance: 9 },
  },
  'two panels that share nobody': {
    seed: 5,
    entries: 20,
    judges: 8,
    reads: 3,
    centre: 50,
    sd: { entry: 10, judge: 6, chance: 5 },
    panels: 2,
  },
  'judges who read an entry twice': {
    seed: 6,
    entries: 10,
    judges: 4,
    reads: 4,
    centre: 5,
    sd: { entry: 1, judge: 1, chance: 1 },
    twice: true,
  },
  'entries that do not differ': {
    seed: 7,
    entries: 16,
    judges: 6,
    reads: 3,
    centre: 50,
    sd: { entry: 0, judge: 8, chance: 8 },
  },
  'judges who do not differ': {
    seed: 21,
    entries: 16,
    judges: 6,
    reads: 3,
    centre: 50,
    sd: { entry: 8, judge: 0, chance: 8 },
  },
  'nothing but chance': {
    seed: 8,
    entries: 12,
    judges: 5,
    reads: 3,
    centre: 50,
    sd: { entry: 0, judge: 0, chance: 8 },
  },
  'whole marks from 1 to 5': {
    seed: 10,
    entries: 20,
    judges: 7,
    reads: 3,
    centre: 3.4,
    sd: { entry: 1, judge: 0.4, chance: 0.7 },
    step: 1,
    range: [1, 5],
  },
  'marks that reach 0 and 100': {
    seed: 11,
    entries: 20,
    judges: 6,
    reads: [2, 4],
    centre: 70,
    sd: { entry: 25, judge: 15, chance: 10 },
    range: [0, 100],
  },
  'severity above all': {
    seed: 12,
    entries: 18,
    judges: 6,
    reads: 2,
    centre: 50,
    sd: { entry: 3, judge: 20, chance: 4 },
  },
};
