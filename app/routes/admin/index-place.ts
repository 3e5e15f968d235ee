import { redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

/** An index is looked at among all of them. */
export const loader = forStaff(async () => redirect(paths.indexes()));
