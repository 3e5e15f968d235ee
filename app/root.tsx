import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2';
import { Links, Outlet, Scripts, ScrollRestoration, useLocation, useMatches } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countUnreadNotices } from '#app/domain/notifications/count-unread-notices.server.ts';
import { isOfficer, isStaff } from '#app/domain/people/actor.ts';
import { forReaders } from '#app/routes/door.server.ts';
import { ErrorPage, useErrorTitle } from '#app/ui/layout/error-page.tsx';
import { useNonce } from '#app/ui/layout/nonce.ts';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { Shell } from '#app/ui/layout/shell.tsx';
import { type ShellData, useShell } from '#app/ui/layout/viewer.ts';
import { WordsUsed } from '#app/ui/layout/words-used.tsx';
import theme from '#app/ui/theme.css?url';
import { restOfWords } from '#app/words/i18n.client.ts';

export const links = () => [
  { rel: 'preload', href: vietnamese400, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' as const },
  { rel: 'preload', href: latin400, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' as const },
  { rel: 'stylesheet', href: theme },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const loader = forReaders(async ({ person, url, now, demo, faceOf }): Promise<ShellData> => {
  return {
    viewer: person && {
      ...faceOf(person.fullName),
      staff: isStaff(person),
      officer: isOfficer(person),
      judge: person.roles.some((role) => role.kind === 'JUDGE'),
      mentor: person.roles.some((role) => role.kind === 'MENTOR'),
      business: person.roles.some((role) => role.kind === 'REPRESENTATIVE'),
    },
    unread: person === null ? 0 : await countUnreadNotices({ by: person }),
    here: url.pathname + url.search,
    origin: url.origin,
    now,
    demo,
  };
});

function usePageHandle() {
  const leaf = useMatches().findLast((match) => match.handle !== undefined);
  return { handle: leaf?.handle as PageHandle | undefined, data: leaf?.data };
}

export function Layout({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const nonce = useNonce();
  const shell = useShell();
  const { handle, data } = usePageHandle();
  const loaded = data !== undefined;
  const errorTitle = useErrorTitle();
  const title = errorTitle ?? (loaded ? handle?.title?.(t, data) : undefined);
  const fullTitle = title ? `${title} · Ý Hay` : t('site:title');
  const description = (loaded && handle?.description?.(t, data)) || t('site:description');
  const image = (loaded && handle?.image?.(data)) || '/og.png';
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{fullTitle}</title>
        <meta name="description" content={description} />
        <meta property="og:site_name" content="Ý Hay" />
        <meta property="og:title" content={title || 'Ý Hay'} />
        <meta property="og:description" content={description} />
        <meta property="og:locale" content={i18n.language === 'en' ? 'en_GB' : 'vi_VN'} />
        {shell && <meta property="og:image" content={new URL(image, shell.origin).href} />}
        {handle?.noindex && <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#19202b" media="(prefers-color-scheme: dark)" />
        <Links />
      </head>
      <body>
        <Shell bare={loaded && handle?.bare}>{children}</Shell>
        <WordsUsed />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** The first page brings its own words only; before any other is shown, all words must be here. The page before stays meanwhile. */
function useAllWordsAfterFirstPage() {
  const { key } = useLocation();
  const [first] = useState(key);
  if (key === first) return;
  const coming = restOfWords();
  if (coming !== null) throw coming;
}

export default function Root() {
  useAllWordsAfterFirstPage();
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
