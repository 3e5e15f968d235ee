import { redirect } from '@remix-run/node';
import { askSecondStep } from '#app/domain/people/second-step.server.ts';
import { paths } from '#app/paths.ts';
import type { Visit } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';

/** After whatever proved the account: in, or first to the page that asks for the second factor. */
export async function enter(
  { beginSession, url }: Pick<Visit, 'beginSession' | 'url'>,
  { id }: { id: string },
  to?: string,
): Promise<Response> {
  const next = to ?? url.searchParams.get('tiep');
  const token = await askSecondStep({ personId: id });
  if (token !== null) return redirect(paths.secondStep({ token, next: next ?? undefined }));
  return redirect(ownAddress(next, paths.mine()), { headers: await beginSession({ id }) });
}
