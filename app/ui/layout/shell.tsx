import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

/** What stands around every page. `bare` leaves the page alone on the screen. */
export function Shell({ bare = false, children }: { bare?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const navigation = useNavigation();
  return (
    <>
      <a
        href="#noi-dung"
        className="not-on-paper sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-field focus:bg-action focus:px-4 focus:py-2 focus:font-semibold focus:text-on-action"
      >
        {t('site:skip')}
      </a>
      <div role="status" className="sr-only">
        {navigation.state === 'loading' ? t('site:loading') : ''}
      </div>
      {navigation.state !== 'idle' && (
        <div aria-hidden="true" className="loading-bar not-on-paper fixed inset-x-0 top-0 z-40 h-1 bg-joy" />
      )}
      {!bare && <Header />}
      <main id="noi-dung" tabIndex={-1} className={bare ? 'flex flex-1 flex-col' : 'pb-16'}>
        {children}
      </main>
      {!bare && <Footer />}
    </>
  );
}
