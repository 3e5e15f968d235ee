import type { z } from 'zod';
import type { Because } from '#app/domain/refusal.ts';
import { type FieldReasons, NotValid } from '#app/domain/refusal.ts';

/** Text as it may be kept: NFC, no lone surrogates, no control characters but line breaks and tabs, `\n` line ends. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u2060\uFEFF]/g, '');
}

/** What a form carried: a name that came more than once holds a list; an empty file field holds nothing. */
export type Typed = Record<string, string | File | (string | File)[]>;

export function typedFrom(form: FormData): Typed {
  // Without a prototype, since a field may be called `toString`; `__proto__` is no field of anybody.
  const typed: Typed = Object.create(null);
  for (const [name, value] of form.entries()) {
    if (value instanceof File && value.size === 0 && value.name === '') continue;
    if (name === '__proto__') continue;
    const clean = typeof value === 'string' ? cleanText(value) : value;
    const before = typed[name];
    typed[name] = before === undefined ? clean : [...(Array.isArray(before) ? before : [before]), clean];
  }
  return typed;
}

/** What goes back into the page after a refusal: every word that was typed, but no password and no file. */
export function keptWords(typed: Typed): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(typed)) {
    if (/password|secret|token/i.test(name)) continue;
    if (typeof value === 'string') kept[name] = value;
    else if (Array.isArray(value)) kept[name] = value.filter((one) => typeof one === 'string');
  }
  return kept;
}

function reasonFor(issue: z.core.$ZodIssue): Because {
  if (/^[a-z-]+:[\w.-]+$/i.test(issue.message)) return { key: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === '') return { key: 'controls:problems.required' };
      return { key: issue.expected === 'number' ? 'controls:problems.number' : 'controls:problems.format' };
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') {
        return Number(issue.minimum) <= 1
          ? { key: 'controls:problems.required' }
          : { key: 'controls:problems.tooShort', values: { min: Number(issue.minimum) } };
      }
      return { key: 'controls:problems.tooSmall', values: { min: Number(issue.minimum) } };
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { key: 'controls:problems.tooLong', values: { max: Number(issue.maximum) } }
        : { key: 'controls:problems.tooBig', values: { max: Number(issue.maximum) } };
    case 'invalid_format':
      return { key: issue.format === 'email' ? 'controls:problems.mail' : 'controls:problems.format' };
    case 'invalid_value':
      return { key: 'controls:problems.choice' };
    default:
      return { key: 'controls:problems.format' };
  }
}

/** The typed words as the schema's type. Throws NotValid with a reason beside each field that is wrong. */
export function parseTyped<Schema extends z.ZodType>(schema: Schema, typed: Typed): z.output<Schema> {
  const result = schema.safeParse(typed, { reportInput: true });
  if (result.success) return result.data;
  const fields: FieldReasons = {};
  for (const issue of result.error.issues) {
    const name = issue.path.length > 0 ? issue.path.join('.') : 'form';
    const reasons = fields[name] ?? [];
    reasons.push(reasonFor(issue));
    fields[name] = reasons;
  }
  throw new NotValid(fields);
}
