import { RemixBrowser } from '@remix-run/react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startWords } from '#app/words/i18n.client.ts';

const words = await startWords();
hydrateRoot(
  document,
  <I18nextProvider i18n={words}>
    <RemixBrowser />
  </I18nextProvider>,
);
