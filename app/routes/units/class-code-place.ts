import { redirect } from '@remix-run/node';
import { findClassCode } from '#app/domain/units/find-class-codes.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

/** A class code is looked at among the codes of its unit. */
export const loader = forStaff(async ({ person, part }) => {
  const { unit } = await findClassCode({ by: person, codeId: part('id') });
  return redirect(paths.classCodes(unit));
});
