import type { MentoringAspect } from './aspect.ts';

export type TeamNeeds = {
  fieldId: string | null;
  aspects: readonly MentoringAspect[];
  language: 'vi' | 'en';
  /** Meeting online will do. */
  online: boolean;
  provinceId: number | null;
  /** The mentor asked for by name, if any. */
  wishes: string | null;
};

export type MentorOffer = {
  id: string;
  fieldIds: readonly string[];
  aspects: readonly MentoringAspect[];
  languages: readonly ('vi' | 'en')[];
  online: boolean;
  provinceId: number | null;
};

export type FitReason =
  | { kind: 'field' }
  | { kind: 'aspects'; aspects: MentoringAspect[] }
  | { kind: 'province' }
  | { kind: 'wished' };

export type Misfit = 'language' | 'place' | 'subject';

export type Fit = { score: number; reasons: FitReason[] } | { misfit: Misfit };

/** What each kind of agreement weighs; the whole of them is 1. */
const weights = { field: 0.35, aspects: 0.4, province: 0.1, wished: 0.15 };

/**
 * How well a mentor fits a team, from 0 to 1 in thousandths, and why; or what keeps them apart: no language in common, no way
 * to meet, nothing of the subject. A mentor asked for by name fits whatever the subject.
 */
export function fitOf(team: TeamNeeds, mentor: MentorOffer): Fit {
  if (!mentor.languages.includes(team.language)) return { misfit: 'language' };
  const near = team.provinceId !== null && team.provinceId === mentor.provinceId;
  if (!near && !(team.online && mentor.online)) return { misfit: 'place' };
  const reasons: FitReason[] = [];
  let score = 0;
  if (team.fieldId !== null && mentor.fieldIds.includes(team.fieldId)) {
    score += weights.field;
    reasons.push({ kind: 'field' });
  }
  const helped = team.aspects.filter((aspect) => mentor.aspects.includes(aspect));
  if (helped.length > 0) {
    score += (weights.aspects * helped.length) / team.aspects.length;
    reasons.push({ kind: 'aspects', aspects: helped });
  }
  const wished = team.wishes === mentor.id;
  if (reasons.length === 0 && !wished) return { misfit: 'subject' };
  if (near) {
    score += weights.province;
    reasons.push({ kind: 'province' });
  }
  if (wished) {
    score += weights.wished;
    reasons.push({ kind: 'wished' });
  }
  return { score: Math.round(score * 1000) / 1000, reasons };
}
