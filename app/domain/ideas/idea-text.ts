import type { LookingFor } from './idea.ts';

/** The sections of an idea in the order in which it is told. */
export const sections = [
  'title',
  'abstract',
  'problem',
  'solution',
  'novelty',
  'method',
  'beneficiaries',
  'progress',
  'needs',
] as const;
export type Section = (typeof sections)[number];

export type IdeaText = Record<Section, string>;

/** Everything one writes about an idea: its sections, and where it belongs. */
export type IdeaDraftText = IdeaText & {
  fieldId: string | null;
  unitId: number | null;
  lookingFor: LookingFor[];
};

export const emptyText: IdeaDraftText = {
  title: '',
  abstract: '',
  problem: '',
  solution: '',
  novelty: '',
  method: '',
  beneficiaries: '',
  progress: '',
  needs: '',
  fieldId: null,
  unitId: null,
  lookingFor: [],
};

/** The columns of the sections, for a query. */
export const sectionColumns = {
  title: true,
  abstract: true,
  problem: true,
  solution: true,
  novelty: true,
  method: true,
  beneficiaries: true,
  progress: true,
  needs: true,
} as const;

export const textColumns = { ...sectionColumns, fieldId: true, unitId: true, lookingFor: true } as const;

/** A row that holds more, cut to the text alone. */
export function textOf(row: IdeaDraftText): IdeaDraftText {
  const text = Object.fromEntries(sections.map((section) => [section, row[section]])) as IdeaText;
  return { ...text, fieldId: row.fieldId, unitId: row.unitId, lookingFor: [...row.lookingFor].sort() };
}

export function sameText(one: IdeaDraftText, other: IdeaDraftText): boolean {
  return JSON.stringify(textOf(one)) === JSON.stringify(textOf(other));
}

/** The names of what differs, in the order of the form. */
export function changedParts(one: IdeaDraftText, other: IdeaDraftText): (keyof IdeaDraftText)[] {
  const a = textOf(one);
  const b = textOf(other);
  return (Object.keys(a) as (keyof IdeaDraftText)[]).filter(
    (name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]),
  );
}
