import { useRouteLoaderData } from '@remix-run/react';

export type Viewer = {
  name: string;
  initials: string;
  /** Someone with work in this part of the site. */
  staff: boolean;
  officer: boolean;
  judge: boolean;
  mentor: boolean;
  /** Speaks for a business. */
  business: boolean;
};

/** What the shell knows on every page. */
export type ShellData = {
  viewer: Viewer | null;
  unread: number;
  /** The address of this page with its query, to come back to. */
  here: string;
  origin: string;
  now: Date;
  demo: boolean;
};

/** Undefined only on the page that says the whole site is out of order. */
export function useShell(): ShellData | undefined {
  return useRouteLoaderData('root') as ShellData | undefined;
}
