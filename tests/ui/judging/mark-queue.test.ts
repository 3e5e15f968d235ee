import { describe, expect, test } from 'vitest';
import { type ArrivingMark, inForce, type KeptMark, receiveMark } from '#app/domain/judging/mark.ts';
import type { SavedMarks } from '#app/domain/judging/saved-marks.ts';
import { MarkQueue, type PendingMark, type SendOutcome } from '#app/ui/judging/mark-queue.ts';
import { chanceOf } from '#prisma/chance.ts';

function draws(seed: number) {
  const { next, below } = chanceOf(seed);
  return { upTo: below, chance: (share: number) => next() < share };
}

const criterionId = 'tinh-moi';

/** The server's side of one criterion, by the very rule it uses. */
function aServer() {
  const server = { kept: [] as KeptMark[], ids: 0 };
  const take = (mark: ArrivingMark): SavedMarks['taken'][number] => {
    const { known, written, replaced } = receiveMark(server.kept, mark, false);
    if (known) return { criterionId, key: mark.key, standing: known.standing, revision: known.revision };
    server.ids += 1;
    server.kept = [
      ...server.kept.map((one) => (replaced.includes(one.id) ? { ...one, standing: 'REPLACED' as const } : one)),
      { id: `m${server.ids}`, key: mark.key, value: mark.value, basedOn: mark.basedOn, ...written! },
    ];
    return { criterionId, key: mark.key, ...written! };
  };
  const answer = (marks: readonly PendingMark[]): SavedMarks => {
    const problems: SavedMarks['problems'] = {};
    const taken = marks.flatMap(({ key, typed, basedOn, settles }) => {
      const value = Number(typed);
      if (Number.isInteger(value)) return [take({ key, value, basedOn: basedOn ?? 0, settles })];
      problems[`mark.${criterionId}`] = [{ key: 'judging:problems.notANumber' }];
      return [];
    });
    return { taken, ...view(), total: null, missing: 0, problems, late: null, savedAt: new Date(0) };
  };
  const view = () => {
    const present = inForce(server.kept);
    return {
      criteria: [
        {
          criterionId,
          value: present?.value ?? null,
          revision: present?.revision ?? 0,
          asides: server.kept.filter(({ standing }) => standing === 'ASIDE').map(({ id, value }) => ({ id, value })),
        },
      ],
    };
  };
  return { server, answer, view };
}

/** A device with storage that outlives a reload of its page. */
function aDevice({ answer, view }: ReturnType<typeof aServer>, line: () => 'whole' | 'request lost' | 'answer lost') {
  let stored: PendingMark[] = [];
  let keys = 0;
  const sentKeys = new Set<string>();
  const send = async (marks: readonly PendingMark[]): Promise<SendOutcome> => {
    const state = line();
    if (state === 'request lost') return { kind: 'offline' };
    for (const { key } of marks) sentKeys.add(key);
    const saved = answer(marks);
    return state === 'answer lost' ? { kind: 'offline' } : { kind: 'saved', saved };
  };
  const open = () =>
    new MarkQueue({
      criteria: view().criteria,
      send,
      keeper: {
        read: () => structuredClone(stored),
        write: (pending) => {
          stored = structuredClone([...pending]);
        },
      },
      newKey: () => {
        keys += 1;
        return `k${keys}-${Math.random()}`;
      },
      changed: () => {},
    });
  const device = {
    queue: open(),
    sentKeys,
    stored: () => stored,
    reload: () => {
      device.queue = open();
    },
  };
  return device;
}

describe('one device', () => {
  test('property: on any line, with reloads in between, the last mark typed is in force in the end and nothing waits for a choice', async () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { upTo, chance } = draws(seed);
      let broken = true;
      const site = aServer();
      const device = aDevice(site, () =>
        broken && chance(0.4) ? 'request lost' : broken && chance(0.4) ? 'answer lost' : 'whole',
      );
      let last = '';
      for (let step = 0; step < 25; step += 1) {
        const what = upTo(4);
        if (what <= 1) {
          last = String(1 + upTo(5));
          device.queue.mark(criterionId, last);
        } else if (what === 2) await device.queue.flush();
        else device.reload();
      }
      broken = false;
      await device.queue.flush();
      if (last === '') continue;
      expect(inForce(site.server.kept)?.value).toBe(Number(last));
      expect(site.server.kept.filter(({ standing }) => standing === 'ASIDE')).toEqual([]);
      expect(device.stored()).toEqual([]);
      expect(site.server.kept.map(({ key }) => key).sort()).toEqual([...device.sentKeys].sort());
    }
  });

  test('a key pressed while a mark is on its way waits for its answer', async () => {
    const site = aServer();
    const device = aDevice(site, () => 'whole');
    device.queue.mark(criterionId, '3');
    const sending = device.queue.flush();
    device.queue.mark(criterionId, '4');
    expect(device.queue.shown(criterionId)).toBe('4');
    await sending;
    expect(site.server.kept.map(({ value, standing }) => [value, standing])).toEqual([
      [3, 'REPLACED'],
      [4, 'IN_FORCE'],
    ]);
  });

  test('what is no mark stays on the screen with its reason and is not sent again', async () => {
    const site = aServer();
    const device = aDevice(site, () => 'whole');
    device.queue.mark(criterionId, 'bốn');
    await device.queue.flush();
    expect(device.queue.view.problems).toEqual({ [criterionId]: { key: 'judging:problems.notANumber' } });
    expect([device.queue.view.pending, device.queue.shown(criterionId)]).toEqual([[], 'bốn']);
    device.queue.mark(criterionId, '4');
    expect([device.queue.view.problems, device.queue.shown(criterionId)]).toEqual([{}, '4']);
    device.queue.unmark(criterionId);
    expect([device.queue.view.pending, device.queue.shown(criterionId)]).toEqual([[], '']);
  });

  test('signed out: the marks stay on the device', async () => {
    const device = aDevice(aServer(), () => 'whole');
    const refusing = new MarkQueue({
      criteria: device.queue.view.criteria[criterionId] ? [device.queue.view.criteria[criterionId]] : [],
      send: async () => ({ kind: 'gone', because: { key: 'people:refusals.signInFirst' } }),
      keeper: { read: () => [], write: () => {} },
      newKey: () => 'k',
      changed: () => {},
    });
    refusing.mark(criterionId, '3');
    await refusing.flush();
    expect([refusing.view.state, refusing.view.pending.length, refusing.view.because?.key]).toEqual([
      'failed',
      1,
      'people:refusals.signInFirst',
    ]);
  });
});

test('property: two devices of one judge on bad lines: nothing is lost, and whatever took a mark’s place had seen it', async () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const { upTo, chance } = draws(seed);
    let broken = true;
    const site = aServer();
    const line = () => (broken && chance(0.3) ? 'request lost' : broken && chance(0.3) ? 'answer lost' : 'whole');
    const devices = [aDevice(site, line), aDevice(site, line)];
    for (let step = 0; step < 30; step += 1) {
      const device = devices[upTo(2)]!;
      if (chance(0.5)) device.queue.mark(criterionId, String(1 + upTo(5)));
      else await device.queue.flush();
    }
    broken = false;
    for (const device of devices) await device.queue.flush();
    const sent = devices.flatMap((device) => [...device.sentKeys]).sort();
    expect(site.server.kept.map(({ key }) => key).sort()).toEqual(sent);
    const standing = site.server.kept.filter((mark) => mark.standing === 'IN_FORCE');
    expect(standing.length).toBe(sent.length === 0 ? 0 : 1);
  }
});
