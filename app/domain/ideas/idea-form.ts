import { z } from 'zod';
import type { FieldReasons } from '#app/domain/refusal.ts';
import { ideaStages, lookingFors } from './idea.ts';
import { type IdeaDraftText, type Section, sections } from './idea-text.ts';

/** Characters (UTF-16 units of NFC text) a section may and must have to be put forward; 0: may stay empty. */
export const sectionLimits: Record<Section, { min: number; max: number }> = {
  title: { min: 10, max: 150 },
  abstract: { min: 40, max: 500 },
  problem: { min: 80, max: 4000 },
  solution: { min: 80, max: 6000 },
  novelty: { min: 0, max: 4000 },
  method: { min: 0, max: 6000 },
  beneficiaries: { min: 0, max: 3000 },
  progress: { min: 0, max: 3000 },
  needs: { min: 0, max: 3000 },
};

/** A draft may be longer than what may be put forward: words are cut when the text is ready, not while it is found. */
export const draftMax: Record<Section, number> = {
  title: 300,
  abstract: 2000,
  problem: 20_000,
  solution: 20_000,
  novelty: 20_000,
  method: 20_000,
  beneficiaries: 20_000,
  progress: 20_000,
  needs: 20_000,
};

const idText = z.string().max(64);

/** Nothing chosen is null; a number that no unit has is refused by the verb. */
const unitId = z
  .union([z.literal(''), z.string().regex(/^\d{1,9}$/, 'controls:problems.choice')])
  .default('')
  .transform((text) => (text === '' ? null : Number(text)));

const fieldId = idText.default('').transform((text) => (text === '' ? null : text));

const lookingFor = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(lookingFors)).max(lookingFors.length),
  )
  .transform((list) => [...new Set(list)].sort());

function draftSection(section: Section) {
  return z.string().max(draftMax[section]).default('');
}

/** What the form of an idea sends, at every save. `basedOn` is the revision on the screen before the typing began. */
export const draftForm = z.object({
  title: draftSection('title').transform((title) => title.replaceAll(/\s+/g, ' ')),
  abstract: draftSection('abstract'),
  problem: draftSection('problem'),
  solution: draftSection('solution'),
  novelty: draftSection('novelty'),
  method: draftSection('method'),
  beneficiaries: draftSection('beneficiaries'),
  progress: draftSection('progress'),
  needs: draftSection('needs'),
  fieldId,
  unitId,
  lookingFor,
  /** Only while nothing is published; afterwards a change of stage is an act of its own. */
  stage: z.enum(ideaStages).optional(),
  basedOn: z.coerce.number().int().min(0).max(2_000_000_000),
  /** Where the button leads after saving. */
  next: z.enum(['stay', 'preview']).default('stay').catch('stay'),
});
export type DraftForm = z.output<typeof draftForm>;

export const newIdeaForm = z.object({
  title: z
    .string()
    .max(draftMax.title)
    .transform((title) => title.replaceAll(/\s+/g, ' ').trim())
    .refine((title) => title !== '', 'controls:problems.required'),
});

export const asideChoiceForm = z.object({ aside: z.uuid(), keep: z.enum(['present', 'aside']) });

export const stageForm = z.object({ stage: z.enum(ideaStages) });

export const withdrawalForm = z.object({ reason: z.string().trim().max(1000).default('') });

/** A mail address, or the user name of somebody who joined by a class code. */
export const invitationForm = z.object({
  whom: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .refine((whom) => !whom.includes('@') || z.email().safeParse(whom).success, 'controls:problems.mail'),
});

/** What still stands between a text and putting it forward, beside each part. Empty when nothing does. */
export function missingFrom(text: IdeaDraftText): FieldReasons {
  const missing: FieldReasons = {};
  for (const section of sections) {
    const length = text[section].trim().length;
    const { min, max } = sectionLimits[section];
    if (length === 0 && min > 0) missing[section] = [{ key: `ideas:missing.${section}` }];
    else if (length > 0 && length < min) missing[section] = [{ key: 'controls:problems.tooShort', values: { min } }];
    else if (length > max) missing[section] = [{ key: 'controls:problems.tooLong', values: { max } }];
  }
  if (text.fieldId === null) missing.fieldId = [{ key: 'ideas:missing.fieldId' }];
  if (text.unitId === null) missing.unitId = [{ key: 'ideas:missing.unitId' }];
  return missing;
}

/** One file at a time; what it is and whether it may stay is for its bytes to say. */
export const fileForm = z.object({ file: z.instanceof(File, { error: 'ideas:problems.fileMissing' }) });

/** Whom the lead asks to lead, by the id of their place on the team. */
export const handoverForm = z.object({ member: z.string().max(100) });
