import { z } from 'zod';
import { readRubric } from './rubric.ts';

const parts = ['name', 'description', 'weight', 'min', 'max', 'step', 'anchors'] as const;
const field = /^criterion\.(\d{1,2})\.(name|description|weight|min|max|step|anchors)$/;

/** The rows of a rubric as the form sends them: `criterion.<row>.<part>`. Whatever is wrong stands beside its field. */
export const rubricForm = z.record(z.string(), z.unknown()).transform((form, context) => {
  const rows: Record<(typeof parts)[number], string>[] = [];
  for (const [name, value] of Object.entries(form)) {
    const found = field.exec(name);
    if (found === null || typeof value !== 'string') continue;
    const row = Number(found[1]);
    while (rows.length <= row) {
      rows.push({ name: '', description: '', weight: '', min: '', max: '', step: '', anchors: '' });
    }
    rows[row]![found[2] as (typeof parts)[number]] = value;
  }
  const { criteria, wrong } = readRubric(rows);
  if (wrong === null) return criteria;
  for (const [name, reasons] of Object.entries(wrong)) {
    for (const { key } of reasons) context.addIssue({ code: 'custom', path: [name], message: key });
  }
  return z.NEVER;
});
