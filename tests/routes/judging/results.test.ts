import { expect, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { paths } from '#app/paths.ts';
import { anAwardedRound } from '#tests/domain/awards/an-awarded-round.ts';
import { get } from '#tests/support/visits.ts';

type Shown = {
  page: number;
  rounds: {
    winners: { number: number }[];
    divisions: { longest: number; groups: { total: number; rows: { number: number; rank: number }[] }[] }[];
  }[];
};

test('of a long division the best stand among the others, every one on its own pages, and who won always stands above', async () => {
  const marks = Array.from({ length: 52 }, (_, at): [number, number] => (at === 51 ? [5, 5] : [1 + (at % 4), 2]));
  const { contest, where } = await anAwardedRound({ marks });
  await publishRound(where);
  const shown = async (query: string) => {
    const { data } = await get(`${paths.results(contest)}${query}`, { as: null });
    const { page, rounds } = data as Shown;
    const [{ winners, divisions }] = rounds as [Shown['rounds'][number]];
    const [group] = divisions[0]!.groups;
    return { page, winners, longest: divisions[0]!.longest, total: group!.total, rows: group!.rows };
  };
  const whole = await shown('');
  expect([whole.page, whole.longest, whole.total, whole.rows.length]).toEqual([1, 52, 52, 20]);
  expect(whole.rows[0]!.number).toBe(52);
  // A page is one of a division's own.
  expect(await shown('?trang=2')).toEqual(whole);
  const [first, second] = [await shown('?bang=chung'), await shown('?bang=chung&trang=2')];
  expect([first.rows.length, second.rows.length]).toEqual([50, 2]);
  expect(first.rows.slice(0, 20)).toEqual(whole.rows);
  const numbers = [...first.rows, ...second.rows].map(({ number }) => number);
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 52 }, (_, at) => at + 1));
  // Beyond the last page stands the last; of a division that is none there is nothing.
  expect(await shown('?bang=chung&trang=99')).toEqual(second);
  expect((await get(`${paths.results(contest)}?bang=khong-co`, { as: null })).status).toBe(404);
  for (const one of [first, second]) expect(one.winners).toEqual(whole.winners);
});
