import type { useLoaderData } from '@remix-run/react';
import type { TFunction } from 'i18next';

type Loaded<L> = ReturnType<typeof useLoaderData<L>>;

/** What a route tells the shell around it; `export const handle: PageHandle<typeof loader> = { … }`. */
export type PageHandle<L = unknown> = {
  /** The window's title, without the name of the site. */
  title?: (t: TFunction, data: Loaded<L>) => string;
  /** One or two sentences for search engines and for links that are shared. */
  description?: (t: TFunction, data: Loaded<L>) => string;
  /** Address of a picture for links that are shared, on this site. */
  image?: (data: Loaded<L>) => string;
  /** No navigation and no footer: for work that wants the whole screen, such as a judge's sheet. */
  bare?: boolean;
  /** Search engines are asked to stay away. */
  noindex?: boolean;
};
