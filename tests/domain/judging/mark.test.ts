import { describe, expect, test } from 'vitest';
import { type ArrivingMark, inForce, type KeptMark, receiveMark } from '#app/domain/judging/mark.ts';
import { readMark } from '#app/domain/judging/read-mark.ts';
import { chanceOf } from '#prisma/chance.ts';

function draws(seed: number) {
  const { next, below } = chanceOf(seed);
  return { upTo: below, chance: (share: number) => next() < share };
}

let ids = 0;

function take(kept: KeptMark[], mark: ArrivingMark, late = false): KeptMark[] {
  const { written, replaced } = receiveMark(kept, mark, late);
  if (written === null) return kept;
  ids += 1;
  const row: KeptMark = { id: `m${ids}`, key: mark.key, value: mark.value, basedOn: mark.basedOn, ...written };
  return [...kept.map((one) => (replaced.includes(one.id) ? { ...one, standing: 'REPLACED' as const } : one)), row];
}

const mark = (key: string, value: number, basedOn: number, settles: string[] = []): ArrivingMark => ({
  key,
  value,
  basedOn,
  settles,
});

const shown = (kept: KeptMark[]) => kept.map(({ value, standing }) => `${value} ${standing}`);

describe('a mark that arrives', () => {
  test('on the newest replaces it; on an older one waits aside; the judge chooses', () => {
    let kept = take([], mark('a', 3, 0));
    kept = take(kept, mark('b', 4, 1));
    expect(shown(kept)).toEqual(['3 REPLACED', '4 IN_FORCE']);
    kept = take(kept, mark('c', 2, 1));
    expect(shown(kept)).toEqual(['3 REPLACED', '4 IN_FORCE', '2 ASIDE']);
    // Going on without having seen the one aside leaves it aside.
    kept = take(kept, mark('d', 5, 2));
    expect(shown(kept)).toEqual(['3 REPLACED', '4 REPLACED', '2 ASIDE', '5 IN_FORCE']);
    const aside = kept.find(({ standing }) => standing === 'ASIDE')!;
    kept = take(kept, mark('e', 2, 4, [aside.id]));
    expect(shown(kept)).toEqual(['3 REPLACED', '4 REPLACED', '2 REPLACED', '5 REPLACED', '2 IN_FORCE']);
  });

  test('again with the same key changes nothing, however late it comes again', () => {
    const first = take([], mark('a', 3, 0));
    const then = take(first, mark('b', 4, 1));
    expect(take(then, mark('a', 3, 0))).toBe(then);
    expect(take(then, mark('a', 3, 0), true)).toBe(then);
  });

  test('too late is kept and changes nothing', () => {
    const kept = take(take([], mark('a', 3, 0)), mark('b', 5, 1), true);
    expect(shown(kept)).toEqual(['3 IN_FORCE', '5 LATE']);
    expect(inForce(kept)?.value).toBe(3);
  });

  test('two devices that agree leave nothing to choose', () => {
    const kept = take(take([], mark('a', 3, 0)), mark('b', 3, 0));
    expect(shown(kept)).toEqual(['3 IN_FORCE', '3 REPLACED']);
  });
});

/**
 * Devices of one judge mark the same criterion; each sends what it has queued one after the other, answers get lost, marks are
 * sent again, other devices come in between. A device knows of the server what its last answer told it.
 */
function play(seed: number) {
  const { upTo, chance } = draws(seed);
  let server: KeptMark[] = [];
  const devices = Array.from({ length: 1 + upTo(3) }, () => ({
    known: 0,
    queue: [] as { key: string; value: number; basedOn: number | null }[],
  }));
  const given: { key: string; value: number; basedOn: number }[] = [];
  const arrived: KeptMark[][] = [];
  const keys = { made: 0 };
  for (let step = 0; step < 40; step += 1) {
    const device = devices[upTo(devices.length)]!;
    if (chance(0.5)) {
      keys.made += 1;
      device.queue.push({ key: `k${seed}-${keys.made}`, value: upTo(5) + 1, basedOn: null });
    } else if (device.queue.length > 0) {
      const first = device.queue[0]!;
      // What a mark is based on is settled when it is first sent, and stays so when it is sent again.
      first.basedOn ??= device.known;
      const answerLost = chance(0.3);
      const requestLost = chance(0.2);
      if (!requestLost) {
        if (!given.some(({ key }) => key === first.key)) given.push({ ...first, basedOn: first.basedOn });
        server = take(server, mark(first.key, first.value, first.basedOn));
        arrived.push(server);
        if (!answerLost) {
          device.known = inForce(server)?.revision ?? 0;
          device.queue.shift();
        }
      }
    }
  }
  return { server, given, arrived };
}

test('property: whatever is lost, repeated or overtaken, no mark is lost or doubled, and none goes over one its judge had not seen', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const { server, given, arrived } = play(seed);
    expect(server.map(({ key }) => key).sort()).toEqual(given.map(({ key }) => key).sort());
    expect(server.filter(({ standing }) => standing === 'IN_FORCE').length).toBe(server.length === 0 ? 0 : 1);
    expect(new Set(server.map(({ revision }) => revision)).size).toBe(server.length);
    let before: KeptMark | null = null;
    for (const kept of arrived) {
      const present = inForce(kept);
      if (present !== null && before !== null && present.id !== before.id) {
        // Whatever takes the place of a mark was made by somebody who had seen that very mark.
        expect(present.basedOn).toBe(before.revision);
      }
      before = present;
    }
    for (const { standing, basedOn, value, revision } of server) {
      if (standing !== 'ASIDE') continue;
      // Nothing waits that the judge need not decide about.
      expect(server.some((one) => one.revision < revision && one.revision > basedOn && one.value !== value)).toBe(true);
    }
  }
});

describe('a mark as typed', () => {
  const scale = { min: 0, max: 10, step: 0.5 };
  test.each([
    ['7.5', 7.5],
    [' 7 ', 7],
    ['0', 0],
    ['10', 10],
    ['0.50', 0.5],
    ['7,5', 7.5],
    ['0,50', 0.5],
    ['7,3', 'judging:problems.offStep'],
    ['7,', 'judging:problems.notANumber'],
    [',5', 'judging:problems.notANumber'],
    ['7,5,', 'judging:problems.notANumber'],
    ['1.234,5', 'judging:problems.twoSigns'],
    ['1,234.5', 'judging:problems.twoSigns'],
    ['7,5,0', 'judging:problems.twoSigns'],
    ['7.3', 'judging:problems.offStep'],
    ['10.5', 'judging:problems.outOfRange'],
    ['-1', 'judging:problems.outOfRange'],
    ['NaN', 'judging:problems.notANumber'],
    ['Infinity', 'judging:problems.notANumber'],
    ['1e1', 'judging:problems.notANumber'],
    ['0x5', 'judging:problems.notANumber'],
    ['mười', 'judging:problems.notANumber'],
    ['７', 'judging:problems.notANumber'],
    ['1.000.000', 'judging:problems.twoSigns'],
    ['', 'judging:problems.notANumber'],
  ])('%j', (typed, outcome) => {
    const { value, wrong } = readMark(scale, typed);
    expect(value ?? wrong?.key).toBe(outcome);
  });

  test('steps are counted from the least, without the noise of binary fractions', () => {
    const tenths = { min: 0.1, max: 1, step: 0.1 };
    expect(['0.1', '0.3', '0.7', '1'].map((typed) => readMark(tenths, typed).value)).toEqual([0.1, 0.3, 0.7, 1]);
    expect(readMark(tenths, '0.75').wrong?.key).toBe('judging:problems.offStep');
  });
});
