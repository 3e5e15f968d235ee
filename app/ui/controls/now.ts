import { useRouteLoaderData } from '@remix-run/react';

/** The time at which the server made this page, so that both sides count from the same moment. */
export function useNow(): Date {
  const data = useRouteLoaderData('root') as { now?: Date | string } | undefined;
  return new Date(data?.now ?? Date.now());
}
