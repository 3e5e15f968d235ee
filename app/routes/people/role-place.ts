import { redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

/** A role is looked at where it is held; from its bare address the way leads to all of them. */
export const loader = forStaff(async () => redirect(paths.administration()));
