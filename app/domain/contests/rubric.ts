import { readDecimal } from '#app/domain/decimal.ts';
import type { FieldReasons } from '#app/domain/refusal.ts';

export type AnchorText = { mark: number; text: string };
export type CriterionText = {
  name: string;
  description: string;
  weight: number;
  min: number;
  max: number;
  step: number;
  anchors: AnchorText[];
};

/** Marks a criterion can be given at most; more and nobody could tell them apart. */
const mostSteps = 1000;

/** Whether a mark is one the criterion allows: within its range and on its step, counted from the least. */
export function isOnStep(criterion: { min: number; max: number; step: number }, mark: number): boolean {
  if (!Number.isFinite(mark) || mark < criterion.min || mark > criterion.max) return false;
  const steps = (mark - criterion.min) / criterion.step;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}

/** Every mark the criterion allows, from the least; empty where there are more than `most`. */
export function marksOf(criterion: { min: number; max: number; step: number }, most = 11): number[] {
  const count = Math.round((criterion.max - criterion.min) / criterion.step) + 1;
  if (!Number.isFinite(count) || count > most) return [];
  return Array.from({ length: count }, (_, index) => Number((criterion.min + index * criterion.step).toFixed(9)));
}

const template = (
  name: string,
  description: string,
  max: number,
  low: string,
  middle: string,
  high: string,
): CriterionText => ({
  name,
  description,
  weight: max,
  min: 0,
  max,
  step: 1,
  anchors: [
    { mark: 0, text: low },
    { mark: max / 2, text: middle },
    { mark: max, text: high },
  ],
});

/** The usual 100 points of the Youth Union's idea contests. */
export const hundredPoints: readonly CriterionText[] = [
  template(
    'Tính mới, sáng tạo',
    'Ý tưởng khác gì so với những cách đang làm?',
    20,
    'Đã có nơi làm giống hệt.',
    'Cải tiến rõ ràng một cách làm đã có.',
    'Cách làm chưa từng thấy ở lĩnh vực hoặc địa phương này.',
  ),
  template(
    'Tính khả thi',
    'Có làm được với người, tiền và thời gian đã nêu không?',
    20,
    'Chưa rõ ai làm, làm bằng gì.',
    'Có kế hoạch nhưng còn thiếu nguồn lực quan trọng.',
    'Kế hoạch đủ người, đủ tiền, đã thử nghiệm.',
  ),
  template(
    'Hiệu quả',
    'Lợi ích so với chi phí, có số liệu chứng minh.',
    20,
    'Không nêu được lợi ích.',
    'Lợi ích hợp lý nhưng chưa có số liệu.',
    'Lợi ích đo được, vượt xa chi phí.',
  ),
  template(
    'Khả năng nhân rộng, thương mại hóa',
    'Nơi khác có áp dụng được, có ai muốn mua hay dùng tiếp không?',
    16,
    'Chỉ dùng được một lần, một chỗ.',
    'Áp dụng được ở nơi có điều kiện tương tự.',
    'Dễ áp dụng ở nhiều nơi, đã có người hỏi mua hoặc dùng.',
  ),
  template(
    'Tác động xã hội',
    'Bao nhiêu người được lợi, môi trường và cộng đồng tốt lên thế nào?',
    14,
    'Không thấy tác động.',
    'Tác động tốt tới một nhóm nhỏ.',
    'Tác động lớn, lâu dài tới cộng đồng.',
  ),
  template(
    'Thuyết trình, trình bày',
    'Bài viết rõ ràng, thuyết phục.',
    10,
    'Khó hiểu.',
    'Hiểu được ý chính.',
    'Mạch lạc, thuyết phục, minh họa tốt.',
  ),
];

export const rubricTemplates = { hundred: hundredPoints } as const;
export type RubricTemplate = keyof typeof rubricTemplates;

/** `0: chưa rõ` or `7,5: khá` a line; a line without a mark continues the one before. */
export function readAnchors(text: string): AnchorText[] | null {
  const anchors: AnchorText[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const found = /^(-?\d+(?:[.,]\d+)?)\s*[:=–-]\s*(.+)$/.exec(line);
    const mark = found && readDecimal(found[1]!);
    const last = anchors.at(-1);
    if (found && mark !== null) anchors.push({ mark, text: found[2]! });
    else if (last) last.text += ` ${line}`;
    else return null;
  }
  return anchors;
}

export function writeAnchors(anchors: readonly AnchorText[]): string {
  return anchors.map(({ mark, text }) => `${mark}: ${text}`).join('\n');
}

type TypedCriterion = Record<'name' | 'description' | 'weight' | 'min' | 'max' | 'step' | 'anchors', string>;

/** A rubric as typed, or what is wrong with it beside each field (`criterion.<row>.<name>`). Rows without a name are left out. */
export function readRubric(
  rows: readonly TypedCriterion[],
): { criteria: CriterionText[]; wrong: null } | { criteria: null; wrong: FieldReasons } {
  const wrong: FieldReasons = {};
  const criteria: CriterionText[] = [];
  rows.forEach((row, index) => {
    const at = (name: string, key: string) => {
      wrong[`criterion.${index}.${name}`] ??= [{ key }];
    };
    const name = row.name.replaceAll(/\s+/g, ' ').trim();
    if (name === '') {
      if (row.description.trim() !== '' || row.anchors.trim() !== '') at('name', 'controls:problems.required');
      return;
    }
    if (name.length > 200) at('name', 'organising:problems.criterionNameLong');
    const numbers = { weight: 0, min: 0, max: 0, step: 0 };
    for (const field of ['weight', 'min', 'max', 'step'] as const) {
      const value = readDecimal(row[field]);
      if (value === null) at(field, 'organising:problems.plainNumber');
      else numbers[field] = value;
    }
    if (!(numbers.weight > 0)) at('weight', 'organising:problems.weight');
    if (!(numbers.max > numbers.min)) at('max', 'organising:problems.range');
    else if (!(numbers.step > 0) || !isOnStep(numbers, numbers.max)) at('step', 'organising:problems.step');
    else if ((numbers.max - numbers.min) / numbers.step > mostSteps) at('step', 'organising:problems.step');
    const anchors = readAnchors(row.anchors);
    if (anchors === null) at('anchors', 'organising:problems.anchorForm');
    else if (new Set(anchors.map(({ mark }) => mark)).size !== anchors.length) {
      at('anchors', 'organising:problems.anchorTwice');
    } else if (anchors.some(({ mark }) => mark < numbers.min || mark > numbers.max)) {
      at('anchors', 'organising:problems.anchorOutside');
    }
    criteria.push({
      name,
      description: row.description.trim().slice(0, 2000),
      ...numbers,
      anchors: (anchors ?? []).map(({ mark, text }) => ({ mark, text: text.slice(0, 1000) })),
    });
  });
  if (criteria.length === 0) wrong['criterion.0.name'] ??= [{ key: 'organising:problems.noCriterion' }];
  return Object.keys(wrong).length > 0 ? { criteria: null, wrong } : { criteria, wrong: null };
}
