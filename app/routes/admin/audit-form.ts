import { z } from 'zod';

const text = z.string().max(200).optional();

/** The filter of an export, as the page sends it. */
export const auditForm = z.object({
  nguoi: text,
  'don-vi': text,
  loai: text,
  'cuoc-thi': text,
  tu: text,
  den: text,
});
