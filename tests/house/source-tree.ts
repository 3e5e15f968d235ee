import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type SourceFile = { name: string; text: string; imports: string[] };

const roots = ['app', 'search', 'prisma', 'tests'];
const passedOver = new Set(['node_modules', 'generated', 'migrations']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : filesBelow(name);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [name] : [];
  });
}

/** Where an import leads: a file of the project by its path from the root, else the name of a package. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  return specifier;
}

export function readSources(): SourceFile[] {
  return roots.flatMap(filesBelow).map((name) => {
    const text = readFileSync(name, 'utf8');
    const found = ts.preProcessFile(text, true, true).importedFiles.map((one) => one.fileName);
    return { name, text, imports: found.map((specifier) => target(name, specifier)) };
  });
}

/** Imports as they are written, for rules on the writing itself. */
export function specifiersOf(file: SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map((one) => one.fileName);
}

/** `@scope/name/deep` and `name/deep` are the package `@scope/name` and `name`; null for our own files. */
export function packageOf(imported: string): string | null {
  if (/^(app|search|prisma|tests|build)\//.test(imported) || imported.startsWith('/')) return null;
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
}
