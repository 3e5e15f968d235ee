import { inject } from 'vitest';

// First of the set-up files and without an import of ours: modules read the settings when they are loaded.
process.env.NODE_ENV = 'test';
process.env.DATA_DIR = inject('dataDir');
process.env.PUBLIC_URL = 'http://127.0.0.1:3000';
process.env.DATABASE_POOL = '8';
process.env.TZ = 'UTC';
for (const name of ['DATABASE_URL', 'MEILI_URL', 'MEILI_KEY', 'SMTP_URL', 'TRUSTED_PROXIES', 'HOST', 'PORT']) {
  delete process.env[name];
}
