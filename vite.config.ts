import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Every file costs a round trip and half a kilobyte of headers: what every page needs travels in two files, what forms
 * need in a third, and what few pages need in files of their own. */
const travelling: [string, RegExp][] = [
  [
    'ground',
    /node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream|i18next|react-i18next)\//,
  ],
  [
    'forms',
    /\/app\/ui\/controls\/(checkbox|checkboxes|choice|consent|date-field|date-time-field|field-row|field-set|form-actions|number-field|password-field|reason-form|text-area)\.tsx/,
  ],
  [
    'house',
    /\/app\/(ui\/(controls\/(?!file-field|mark-field|qr-code|save-state|unit-finder)|layout\/)|words\/(format|locales|words|bundles|i18n\.client)\.ts|paths\.ts|domain\/refusal\.ts)|vite\/preload-helper/,
  ],
];

function travelsWith(id: string): string | undefined {
  return travelling.find(([, pattern]) => pattern.test(id))?.[0];
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix({
      appDirectory: 'app',
      buildDirectory: process.env.BUILD_FOLDER ?? 'build/site',
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // Known from the start: a page that makes Vite find a new one is loaded twice with two Reacts.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@remix-run/react',
      'i18next',
      'react-i18next',
    ],
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: travelsWith } },
  },
}));
