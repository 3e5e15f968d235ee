import type { Json } from '#app/domain/canonical-json.ts';
import { type ContestRules, firstRules } from '#app/domain/contests/contest-rules.ts';
import { decidingRulesOf } from '#app/domain/contests/deciding-rules.ts';
import { nextRecord } from '#app/domain/history/record/record.ts';
import type { RecordBody } from '#app/domain/history/record/record-body.ts';
import { seededRandom } from '#app/domain/judging/random.ts';
import type { BundledRecord } from '#app/domain/judging/record/bundle.ts';
import { publishedMark, sheetTotal } from '#app/domain/judging/scoring.ts';
import { passing, roundStandings } from '#app/domain/judging/standings.ts';
import { hashOfJson } from '#app/domain/sha256.ts';

type Wish = {
  entries?: number;
  judges?: number;
  reviews?: number;
  method?: 'RAW' | 'ADJUSTED';
  pass?: Omit<ContestRules['pass'][number], 'round'>;
  seed?: number;
};

const code = (letter: string, at: number) =>
  letter +
  at
    .toString(8)
    .padStart(7, '0')
    .replaceAll(/\d/g, (digit) => '23456789'[Number(digit)]!);

/** A whole contest as a chain: made, entered, assigned, marked, closed, ranked, decided and published. Nobody's names but inventions. */
export async function aChain({
  entries = 12,
  judges = 5,
  reviews = 3,
  method = 'ADJUSTED',
  pass = { top: 5, minMean: 40, noZero: true },
  seed = 1,
}: Wish = {}) {
  const random = seededRandom(seed);
  const document = {
    contest: { slug: 'tin-hoc-tre', name: 'Tin học trẻ', host: { id: 7, name: 'Tỉnh Đoàn' } },
    rules: { ...firstRules, pass: [{ round: 1, ...pass }], prizes: 'Một giải Nhất "sáng" 🌱' },
    divisions: [
      { slug: 'a', name: 'Bảng A' },
      { slug: 'b', name: 'Bảng B' },
    ],
    rounds: [
      {
        number: 1,
        name: 'Sơ khảo',
        method,
        rubrics: [
          { division: null, criteria: [criterion('Tính mới', 30, 0, 10, 0.5), criterion('Khả thi', 70, 0, 20, 1)] },
          { division: 'b', criteria: [criterion('Tác động', 1, 1, 5, 1)] },
        ],
      },
    ],
  };
  const deciding = decidingRulesOf(document)!;
  const bundled: BundledRecord[] = [];
  const append = async (kind: string, body: Json, content?: Json) => {
    const at = new Date(Date.UTC(2026, 10, 22, 10, 0, bundled.length));
    const { record, opening } = await nextRecord(bundled.at(-1) ?? null, { kind, at, body, content });
    bundled.push(opening === null ? record : { ...record, opened: opening });
  };

  await append('contest-opened', { contest: '0190aaaa-0000-7000-8000-000000000001', host: 7, before: null });
  await append('rules-frozen', { number: 1, hash: await hashOfJson(document), deciding }, document as unknown as Json);
  const entered = Array.from({ length: entries }, (_, at) => ({
    entry: code('B', at + 2),
    division: at % 3 === 0 ? 'b' : 'a',
  }));
  for (const body of entered) await append('entry-made', body);
  const panel = Array.from({ length: judges }, (_, at) => code('G', at + 2));
  const pairs = entered.flatMap(({ entry }, at) =>
    Array.from({ length: reviews }, (_, k): [string, string] => [entry, panel[(at + k * (1 + (at % 2))) % judges]!]),
  );
  const distinct = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
  await append('assigned', { round: 1, added: distinct, removed: [] });
  const divisionOf = new Map(entered.map(({ entry, division }) => [entry, division]));
  const sheets = [];
  const zeroed = new Set<string>();
  for (const [entry, judge] of distinct) {
    const criteria = deciding.rounds[0]!.rubrics.find(
      ({ division }) => division === (divisionOf.get(entry) === 'b' ? 'b' : null),
    )!.criteria;
    const marks = criteria.map(({ min, max, step }) => min + step * Math.floor(random() * ((max - min) / step + 1)));
    await append('ballot', { round: 1, entry, judge, reading: 1, marks }, { noteToTeam: 'Ý "hay", cần thử thêm.' });
    if (marks.some((mark, at) => mark === criteria[at]!.min)) zeroed.add(entry);
    const named = criteria.map((one, at) => ({ ...one, id: `${at}` }));
    sheets.push({ entry, judge, total: sheetTotal(named, new Map(marks.map((mark, at) => [`${at}`, mark])))! });
  }
  await append('round-closed', { round: 1, missing: [] });
  const { standings } = roundStandings({ sheets, divisionOf, method, seed: 7 });
  const recorded: RecordBody<'round-ranked'>['standings'] = standings.map((one) => ({
    entry: one.entry,
    division: one.division,
    component: one.component,
    sheets: one.sheets,
    mean: publishedMark(one.mean),
    adjusted: one.adjusted === null ? null : publishedMark(one.adjusted),
    rank: one.rank,
    rankLow: one.rankLow,
    rankHigh: one.rankHigh,
  }));
  await append('round-ranked', { round: 1, method, seed: 7, ballots: sheets.length, aside: [], standings: recorded });
  const passed = passing({ ...pass }, standings, (entry) => zeroed.has(entry)).filter((one) => one.passed);
  await append('round-decided', { round: 1, passed: passed.map(({ entry }) => entry), overrides: [] });
  await append('round-published', { round: 1 });
  return bundled;
}

function criterion(name: string, weight: number, min: number, max: number, step: number) {
  return { name, weight, min, max, step };
}

/** The same chain with one record's body changed and everything after it hashed anew: a forgery without a flaw in its links. */
export async function rewritten(
  records: readonly BundledRecord[],
  n: number,
  change: (record: BundledRecord) => Partial<BundledRecord>,
): Promise<BundledRecord[]> {
  const forged: BundledRecord[] = [];
  for (const record of records) {
    const body = record.n === n ? { ...record, ...change(record) } : record;
    const { record: again } = await nextRecord(forged.at(-1) ?? null, {
      kind: body.kind,
      at: new Date(body.at),
      body: body.body,
      content: body.opened?.content,
    });
    // The old opening no longer fits a new salt, so the new commitment is opened anew by the forger too.
    if (body.opened === undefined) forged.push(again);
    else {
      const { record: sealed, opening } = await nextRecord(forged.at(-1) ?? null, {
        kind: body.kind,
        at: new Date(body.at),
        body: body.body,
        content: body.opened.content,
      });
      forged.push({ ...sealed, opened: opening! });
    }
  }
  return forged;
}
