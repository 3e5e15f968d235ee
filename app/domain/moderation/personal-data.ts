import { type IdeaText, type Section, sections } from '#app/domain/ideas/idea-text.ts';

export const personalDataKinds = ['phone', 'mail', 'identity', 'account'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Where somebody can be reached or recognised by; `start` and `end` count UTF-16 units within the section. */
export type PersonalData = { kind: PersonalDataKind; section: Section; start: number; end: number; text: string };

const gap = '[\\s.\\-()]{0,2}';
const digits = (count: string) => `(?:\\d${gap}){${count}}`;

/**
 * Vietnamese numbers as people write them: mobile and land-line (0 or +84, then 9 digits, 10 for land lines), the
 * 12 digits of a citizen's card and the 9 of the older one where it is named, bank accounts where they are named.
 */
const patterns: { kind: PersonalDataKind; pattern: RegExp; group?: number }[] = [
  { kind: 'mail', pattern: /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu },
  {
    kind: 'identity',
    pattern: new RegExp(
      `(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh|hộ chiếu)[^\\d\\n]{0,30}(${digits('8')}\\d(?:${digits('2')}\\d)?)(?!\\d)`,
      'giu',
    ),
    group: 1,
  },
  { kind: 'identity', pattern: /(?<![\d.,])0\d{11}(?![\d])/gu },
  {
    kind: 'account',
    pattern: new RegExp(`(?:stk|số tài khoản|tài khoản số|account)[^\\d\\n]{0,30}(${digits('5,18')}\\d)(?!\\d)`, 'giu'),
    group: 1,
  },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\d.,])(?:\\+?84|0)${gap}[235789]${gap}${digits('7,8')}\\d(?!\\d)`, 'gu'),
  },
];

/** What in a text could lead to a person, in the order of the sections; overlapping finds are told once. */
export function personalDataIn(text: IdeaText): PersonalData[] {
  return sections.flatMap((section) => findIn(section, text[section]));
}

function findIn(section: Section, text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const { kind, pattern, group = 0 } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const hit = match[group]!.replace(/[\s.\-()]+$/u, '');
      const start = match.index + match[0].indexOf(match[group]!);
      const end = start + hit.length;
      if (found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ kind, section, start, end, text: hit });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
