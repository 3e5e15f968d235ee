import { z } from 'zod';
import { password } from './account-form.ts';

/** How long a closed account may be opened again, in days; then what is personal in it is erased. */
export const daysBeforeErasing = 14;

/** What stands for the name once it is erased; read in both languages. */
export const erasedName = '(đã đóng · closed)';

export const closingForm = z.object({
  password,
  ideas: z.enum(['KEPT_UNNAMED', 'WITHDRAWN']),
  sure: z.preprocess(
    (ticked) => ticked ?? '',
    z.string().refine((ticked) => ticked === 'yes', 'people:problems.closingSure'),
  ),
});

/** What must be settled before: others would be left without somebody. `name` and `slug` say which. */
export type ClosingObstacle =
  | { kind: 'last-administrator' }
  | { kind: 'leads-a-team'; name: string; slug: string }
  | { kind: 'only-chair'; name: string; slug: string }
  | { kind: 'open-sheets'; count: number }
  | { kind: 'mentors-a-team'; count: number }
  | { kind: 'last-representative'; name: string };
