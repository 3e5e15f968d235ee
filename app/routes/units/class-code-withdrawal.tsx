import { redirect } from '@remix-run/node';
import { findClassCode } from '#app/domain/units/find-class-codes.server.ts';
import { withdrawClassCode } from '#app/domain/units/withdraw-class-code.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part }) =>
  redirect(paths.classCodes(await withdrawClassCode({ by: person, codeId: part('id') }))),
);

export const loader = forStaff(async ({ person, part }) => {
  const { unit } = await findClassCode({ by: person, codeId: part('id') });
  return redirect(paths.classCodes(unit));
});
