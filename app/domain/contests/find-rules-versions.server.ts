import type { Because } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type RulesDocument, readRules } from './contest-rules.ts';
import { differenceInWords } from './rules-in-words.ts';

export type RulesVersion = {
  number: number;
  hash: string;
  at: Date;
  reason: string | null;
  letter: string | null;
  /** What it changed against the version before; null for the first. */
  difference: { removed: Because[]; added: Because[] } | null;
};

/** Every frozen version of a contest's rules, newest first, each with what it changed. One query, and one for the fields. */
export async function findRulesVersions({
  contestId,
  locale,
}: {
  contestId: string;
  locale: 'vi' | 'en';
}): Promise<RulesVersion[]> {
  const rows = await db.contestRules.findMany({
    where: { contestId, hash: { not: null } },
    orderBy: { number: 'asc' },
    select: { number: true, hash: true, frozenAt: true, at: true, reason: true, letter: true, document: true },
  });
  const fields = rows.length > 1 ? await findFieldNames(locale) : new Map<string, string>();
  const documents = rows.map(({ document }) => readDocument(document));
  return rows
    .map(({ number, hash, frozenAt, at, reason, letter }, index) => {
      const [before, after] = [documents[index - 1], documents[index]];
      return {
        number,
        hash: hash!,
        at: frozenAt ?? at,
        reason,
        letter,
        difference: before && after ? differenceInWords(before, after, fields) : null,
      };
    })
    .reverse();
}

/** Names of the fields by id. */
export async function findFieldNames(locale: 'vi' | 'en'): Promise<Map<string, string>> {
  const fields = await db.field.findMany({ select: { id: true, nameVi: true, nameEn: true } });
  return new Map(fields.map(({ id, nameVi, nameEn }) => [id, locale === 'en' ? nameEn : nameVi]));
}

/** A document frozen before a rule existed is read as if it did not say it; null for what is no whole document. */
function readDocument(value: unknown): RulesDocument | null {
  const document = value as Partial<RulesDocument> | null;
  if (!document?.contest || !document.rounds || !document.divisions) return null;
  return { ...(document as RulesDocument), rules: readRules(document.rules) };
}
