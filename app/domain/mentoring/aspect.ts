import { fold } from '#app/domain/vietnamese.ts';

/** What a team may need help with, as the database knows them. */
export const mentoringAspects = [
  'NOVELTY',
  'FEASIBILITY',
  'EFFECT',
  'SCALING',
  'SOCIAL',
  'PRESENTATION',
  'TECHNOLOGY',
  'BUSINESS',
] as const;
export type MentoringAspect = (typeof mentoringAspects)[number];

/** Words by which a criterion's name, without tones and case, tells what it asks for; in Vietnamese and English. */
const signs: [MentoringAspect, RegExp][] = [
  ['NOVELTY', /\b(moi|sang tao|doc dao|doi moi|novel|new|original|innovat|creativ)/],
  ['FEASIBILITY', /\b(kha thi|thuc te|ke hoach|trien khai|feasib|realis|plan)/],
  ['EFFECT', /\b(hieu qua|loi ich|tac dung|effect|impact|benefit|efficien)/],
  ['SCALING', /\b(nhan rong|mo rong|thuong mai|scal|replic|growth)/],
  ['SOCIAL', /\b(xa hoi|cong dong|moi truong|social|communit|environment)/],
  ['PRESENTATION', /\b(thuyet trinh|trinh bay|thuyet phuc|present|pitch|clarity)/],
  ['TECHNOLOGY', /\b(cong nghe|ky thuat|giai phap|san pham|technolog|technical|product)/],
  ['BUSINESS', /\b(kinh doanh|thi truong|tai chinh|thuong mai|doanh thu|business|market|financ|auditab)/],
];

/** What a criterion is about, by its name; empty where the name tells nothing. */
export function aspectsOf(criterion: string): MentoringAspect[] {
  const name = fold(criterion);
  return signs.filter(([, sign]) => sign.test(name)).map(([aspect]) => aspect);
}
