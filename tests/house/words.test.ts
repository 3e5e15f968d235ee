import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import en from '#app/words/en.ts';
import vi from '#app/words/vi.ts';
import { namespaces } from '#app/words/words.ts';

type Words = { [key: string]: string | Words };

function flat(words: Words, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

function flatten(resources: Record<string, unknown>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [namespace, words] of Object.entries(resources)) {
    for (const [key, text] of flat(words as Words)) found.set(`${namespace}:${key}`, text);
  }
  return found;
}

const plural = /_(zero|one|two|few|many|other)$/;
const plain = (key: string) => key.replace(plural, '');
const valuesOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))].sort();

const vietnamese = flatten(vi);
const english = flatten(en);
const known = new Set([...vietnamese.keys()].map(plain));

/** Every key that ends a branch, and every branch that leads to one: `t()` of a branch would show its address. */
const branches = new Set(
  [...known].flatMap((key) => {
    const parts = key.split('.');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
  }),
);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'words' ? [] : sources(file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

const keyShape = new RegExp(`^(${namespaces.join('|')}):[A-Za-z0-9_]+(\\.[A-Za-z0-9_-]+)*$`);

/** Whole keys written in code as plain text, and the fixed beginnings and ends of keys built from a value. */
function keysIn(file: string) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const whole: { key: string; line: number }[] = [];
  const built: { pattern: RegExp; text: string; line: number }[] = [];
  const visit = (node: ts.Node) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (ts.isStringLiteralLike(node) && keyShape.test(node.text)) whole.push({ key: node.text, line });
    if (ts.isTemplateExpression(node) && new RegExp(`^(${namespaces.join('|')}):`).test(node.head.text)) {
      const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
      const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      built.push({ pattern: new RegExp(`^${escaped.join('[\\w.-]+')}$`), text: parts.join('…'), line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { whole, built };
}

describe('words', () => {
  it('stand in both languages under the same keys', () => {
    expect([...new Set([...english.keys()].map(plain))].sort()).toEqual([...known].sort());
  });

  it('are never empty and never have spaces at their ends', () => {
    const bad = [...vietnamese, ...english].filter(([, text]) => text.trim() === '' || text !== text.trim());
    expect(bad).toEqual([]);
  });

  it('are written in composed letters', () => {
    expect([...vietnamese, ...english].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('take the same values in both languages', () => {
    const takes = (words: Map<string, string>) => {
      const found = new Map<string, Set<string>>();
      for (const [key, text] of words) {
        const values = found.get(plain(key)) ?? new Set();
        for (const value of valuesOf(text)) values.add(value);
        found.set(plain(key), values);
      }
      return Object.fromEntries([...found].map(([key, values]) => [key, [...values].sort()]));
    };
    expect(takes(english)).toEqual(takes(vietnamese));
  });

  it('have the plural forms their language needs', () => {
    const forms = (words: Map<string, string>) => {
      const found = new Map<string, string[]>();
      for (const key of words.keys()) {
        const form = key.match(plural)?.[1];
        if (form) found.set(plain(key), [...(found.get(plain(key)) ?? []), form].sort());
      }
      return found;
    };
    const wrong = [
      ...[...forms(vietnamese)].filter(([, found]) => found.join() !== 'other').map(([key]) => `vi ${key}`),
      ...[...forms(english)].filter(([, found]) => found.join() !== 'one,other').map(([key]) => `en ${key}`),
    ];
    expect(wrong).toEqual([]);
  });

  it('exist wherever the code names one', () => {
    const missing = [...sources('app'), ...sources('search')].flatMap((file) => {
      const { whole, built } = keysIn(file);
      return [
        ...whole
          .filter(({ key }) => !known.has(key) && !branches.has(key))
          .map(({ key, line }) => `${file}:${line} ${key}`),
        ...built
          .filter(({ pattern }) => ![...known].some((key) => pattern.test(key)))
          .map(({ text, line }) => `${file}:${line} ${text}`),
      ];
    });
    expect(missing).toEqual([]);
  });
});
