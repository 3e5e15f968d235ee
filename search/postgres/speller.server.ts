import { longQuery } from '#search/engine.ts';
import { closestReading } from '#search/text/closest-reading.ts';
import type { QueryWord } from '#search/text/query.ts';
import { ideaVocabulary } from '#search/vocabulary.server.ts';
import { runStatement } from './run-statement.server.ts';
import { sliced, table, weights } from './slices.ts';
import { Statement } from './statement.ts';
import { allOf, quoted } from './tsquery.ts';

/** Documents whose words are read for others one slip away. */
const textsMended = 300;
/** How often a run of words is counted, and in how many documents it is looked for. */
const phrasesCounted = 200;
const phrasesLookedAt = 400;

/**
 * How often each run of words stands as neighbours: in titles, and where no title has any of them, in texts. Counted to `phrasesCounted`, among the
 * first few hundred documents that hold the words: enough to tell which is likelier.
 */
export async function countPhrases(phrases: string[][]): Promise<number[]> {
  const vocabulary = await ideaVocabulary();
  const counts = phrases.map(([word, ...more]) =>
    word === undefined || more.length > 0 ? 0 : Math.min(phrasesCounted, vocabulary.documents(word)),
  );
  const runs = [...phrases.entries()].filter(
    ([, words]) => words.length > 1 && words.every((one) => vocabulary.has(one)),
  );
  if (runs.length === 0) return counts;
  for (const vector of ['"titleWords"', 'words']) {
    const statement = new Statement();
    const parts = runs.map(([at, words]) => {
      const all = statement.value(words.map(quoted).join(' & '), 'tsquery');
      const run = statement.value(words.map(quoted).join(' <-> '), 'tsquery');
      return `select ${at} as at, (select count(*)::int from (
          select ${vector} as vector from ${sliced(vector, [`${vector} @@ ${all}`])} as every limit ${phrasesLookedAt}) as holding
        where vector @@ ${run}) as count`;
    });
    const found = await runStatement<{ at: number; count: number }>(statement, parts.join(' union all '));
    for (const { at, count } of found) counts[at] = Math.min(phrasesCounted, count);
    if (found.some(({ count }) => count > 0)) break;
  }
  return counts;
}

/**
 * Words that nothing holds together, with one of them a slip: the one that stands beside its neighbours most often. Null where no other
 * word ever stands there.
 */
async function likeliestSlip(typed: string[]): Promise<string[][] | null> {
  const vocabulary = await ideaVocabulary();
  const others = typed.slice(0, longQuery).flatMap((word, at) => vocabulary.near(word).map((near) => ({ at, near })));
  const readings = others.map(({ at, near }) => typed.with(at, near));
  const counts = await countPhrases(others.map(({ at }, i) => readings[i]!.slice(Math.max(0, at - 1), at + 2)));
  const best = counts.reduce((most, count, i) => (count > (counts[most] ?? 0) ? i : most), 0);
  return (counts[best] ?? 0) === 0 ? null : readings[best]!.map((word) => [word]);
}

/**
 * What was probably meant by words that nothing holds together: unknown words are read as known ones a slip away; where all are known,
 * one of them is; at last each of them may be. Null where that finds nothing either. The words of the best match, as they
 * stand there.
 */
export async function correctWords(words: QueryWord[]): Promise<string[] | null> {
  const vocabulary = await ideaVocabulary();
  const typed = words.map(({ folded }) => folded);
  const near = typed.map((word) => vocabulary.near(word));
  const known = typed.map((word) => vocabulary.has(word));
  const either = (at: number) => [...(known[at] ? [typed[at]!] : []), ...near[at]!];
  const same = (at: number) => (known[at] ? [typed[at]!] : near[at]!);
  const every = (reading: (at: number) => string[]) => typed.map((_, at) => reading(at));
  const tries: string[][][][] = known.every(Boolean)
    ? [typed.map((_, slip) => every((at) => (at === slip ? near[at]! : same(at)))), [every(either)]]
    : [[every(same)], [every(either)]];
  const slip = typed.length > 1 && known.every(Boolean) ? await likeliestSlip(typed) : null;
  if (slip !== null) tries.unshift([slip]);
  for (const readings of tries) {
    const possible = readings.filter((reading) => reading.every((options) => options.length > 0));
    if (possible.length === 0) continue;
    const statement = new Statement();
    const any = statement.value(possible.map((reading) => `(${allOf(reading)})`).join(' | '), 'tsquery');
    const side = statement.value(possible.map((reading) => `(${allOf(reading, '<->')})`).join(' | '), 'tsquery');
    const rows = await runStatement<{ title: string; abstract: string; body: string }>(
      statement,
      `with matched as (
         (select id from ${sliced('id', [`"titleWords" @@ ${any}`])} as titled limit ${textsMended})
         union
         (select id from ${sliced('id', [`words @@ ${any}`])} as every limit ${textsMended})
       ), read as (
         select id, words || ''::tsvector as words from matched join ${table} using (id) offset 0
       )
       select title, abstract, body from ${table} join
         (select id, ts_rank('${weights}', words, ${any}, 1) + case when words @@ ${side} then 1 else 0 end as rank from read order by rank desc limit 40) as best
         using (id)`,
    );
    const found = possible
      .map((reading) => closestReading(reading, words, rows))
      .filter((reading) => reading !== null)
      .sort((one, other) => other.score - one.score)[0];
    if (found !== undefined) return found.words;
  }
  return null;
}
