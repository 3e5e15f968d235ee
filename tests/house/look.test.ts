import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return entry.name.endsWith('.tsx') ? [file] : [];
  });
}

const pages = [...sources('app/ui'), ...sources('app/routes'), 'app/root.tsx'].filter(
  (file) => !file.startsWith(path.join('app', 'ui', 'mails')),
);

function linesWith(pattern: RegExp, files = pages): string[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe('pages', () => {
  it('carry no style of their own, which the Content-Security-Policy would drop', () => {
    expect(linesWith(/\sstyle=|<style|dangerouslySetInnerHTML/)).toEqual([]);
  });

  it('leave light and dark to the theme and use its colours only', () => {
    const foreign =
      /\b(dark:|(?:bg|text|border|fill|stroke|ring|outline|decoration)-(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d|(?:bg|text|border|fill|stroke)-(?:white|black|\[#))/;
    expect(linesWith(foreign)).toEqual([]);
  });

  it('take every field and button from the controls', () => {
    const outside = pages.filter((file) => !/^app\/ui\/(controls|layout)\//.test(file.replaceAll(path.sep, '/')));
    expect(linesWith(/<(input|textarea|select|button)\b(?![^>]*type="hidden")/, outside)).toEqual([]);
  });

  it('name their window by their handle', () => {
    expect(linesWith(/export (const|function) meta\b/)).toEqual([]);
  });
});
