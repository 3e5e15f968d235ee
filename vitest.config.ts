import { defineConfig } from 'vitest/config';

// The Remix plugin stays out: tests call verbs, loaders and actions, and the built site is what Playwright walks.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'tests/bench/**'],
    globalSetup: ['tests/support/servers.ts'],
    setupFiles: ['tests/support/environment.ts', 'tests/support/every-file.ts'],
    // Modules are loaded once per worker, not once per file; what a file must not inherit is reset in every-file.ts.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    css: false,
  },
});
