import { describe, expect, test } from 'vitest';
import { calendarOf, phaseOf } from '#app/domain/contests/contest.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { readReceipt, receiptForm, writeReceipt } from '#app/domain/contests/entry.ts';
import { findOwnNames } from '#app/domain/contests/own-names.ts';
import { hundredPoints, isOnStep, marksOf, readAnchors, readRubric } from '#app/domain/contests/rubric.ts';
import { rubricForm } from '#app/domain/contests/rubric-form.ts';
import { rulesInWords } from '#app/domain/contests/rules-in-words.ts';
import { momentInVietnam } from '#app/domain/contests/vietnam-time.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

describe('rules in words', () => {
  const rounds = [{ number: 1, name: 'Vòng sơ khảo' }];
  const say = (rules: typeof firstRules) =>
    rulesInWords(rules, { host: 'Thành Đoàn Thử', rounds }).map(({ title, lines }) => [
      i18nFor('vi').t(title.key),
      lines.map(({ key, values }) => i18nFor('vi').t(key, values ?? {})),
    ]);

  test('every rule has its sentence and nothing is said that no rule stands behind', () => {
    const strict = {
      ...firstRules,
      entrants: { ...firstRules.entrants, confirmedMembership: true, ageOn: '2026-12-31', teamMin: 2, teamMax: 2 },
      entries: { ...firstRules.entries, versions: 'submitted' as const, perLead: 1, perPerson: 3 },
      pass: [{ round: 1, top: 5, minMean: 50, noZero: true }],
    };
    expect(say(strict)).toEqual([
      [
        'Ai được dự thi',
        [
          'Trưởng nhóm thuộc Thành Đoàn Thử hoặc đơn vị trực thuộc.',
          'Đơn vị đã xác nhận trưởng nhóm là đoàn viên, thanh niên của mình.',
          'Mọi thành viên từ 16 đến 30 tuổi.',
          'Tuổi tính đến ngày 31/12/2026.',
          'Mỗi đội đúng 2 người.',
        ],
      ],
      [
        'Dự thi bằng gì',
        [
          'Dự thi bằng một phiên bản ý tưởng đã gửi duyệt hoặc đã công bố trên Ý Hay.',
          'Mỗi người làm trưởng nhóm của nhiều nhất 1 bài.',
          'Mỗi người có mặt trong nhiều nhất 3 bài.',
          'Phiên bản dự thi được giữ nguyên từ lúc gửi; được đổi sang phiên bản khác cho đến hết hạn.',
          'Đồng hồ của hệ thống quyết định giờ nộp, tính theo giờ Việt Nam.',
        ],
      ],
      [
        'Chấm thế nào',
        [
          'Chấm ẩn danh: giám khảo và công chúng không thấy tên tác giả, trường, đơn vị cho đến khi công bố kết quả.',
          'Giám khảo không chấm bài của mình, của đồng đội, của nhóm mình cố vấn hay tài trợ, của người thân hoặc người dùng chung số điện thoại.',
          'Giám khảo không chấm bài của người cùng đơn vị dưới Thành Đoàn Thử, kể cả đơn vị cũ và đơn vị đã sáp nhập.',
        ],
      ],
      [
        'Ai vào vòng trong',
        [
          'Vòng sơ khảo: 5 bài xếp hạng cao nhất của mỗi bảng.',
          'Vòng sơ khảo: điểm trung bình từ 50/100 trở lên.',
          'Vòng sơ khảo: không có tiêu chí nào bị điểm thấp nhất ở bất kỳ phiếu nào.',
        ],
      ],
    ]);
    const free = {
      ...firstRules,
      entrants: { ...firstRules.entrants, from: 'anyone' as const, minAge: null, maxAge: null },
      blind: false,
      conflicts: { sameUnit: false },
    };
    expect(say(free)[0]).toEqual([
      'Ai được dự thi',
      [
        'Mọi thành viên Ý Hay đều được dự thi.',
        'Không giới hạn tuổi.',
        'Mỗi đội từ 1 đến 5 người, đã xác nhận tham gia.',
      ],
    ]);
  });
});

describe('what gives a team away', () => {
  const tellTales = [
    { kind: 'person' as const, text: 'Nguyễn Thị Ánh' },
    { kind: 'person' as const, text: 'Lê An' },
    { kind: 'mail' as const, text: 'anh@thu.example' },
    { kind: 'phone' as const, text: '+84 912 345 678' },
    { kind: 'unit' as const, text: 'Trường THPT Châu Văn Liêm' },
  ];
  test.each([
    ['Em là Nguyễn Thị Ánh, học lớp 11.', ['person']],
    ['em la nguyen thi anh', ['person']],
    ['NGUYỄN THỊ ÁNH'.normalize('NFD'), ['person']],
    ['Nhóm của Lê An gồm ba bạn.', ['person']],
    ['Ăn lê an toàn hơn.', ['person']],
    ['le an uong day du', []],
    ['Thị trường ánh sáng', []],
    ['Liên hệ ANH@THU.EXAMPLE', ['mail']],
    ['Gọi 0912.345.678 gặp em', ['phone']],
    ['Chi phí 0912 345 679 đồng', []],
    ['thử ở trường Châu Văn Liêm', ['unit']],
    ['thpt chau van liem', ['unit']],
    ['một trường THPT ở Cần Thơ', []],
    ['Văn Liêm kể', []],
  ])('%j: %j', (text, kinds) => {
    expect(findOwnNames(tellTales, [{ section: 'needs', text }]).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('a rubric', () => {
  test('of 100 points has six criteria whose weights add up, each with anchors in range', () => {
    expect(hundredPoints.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { anchors, min, max, step } of hundredPoints) {
      expect(anchors.map(({ mark }) => isOnStep({ min, max, step }, mark))).toEqual([true, true, true]);
    }
  });

  const row = {
    name: 'Khả thi',
    description: '',
    weight: '20',
    min: '0',
    max: '10',
    step: '0.5',
    anchors: '0: kém\n10: tốt',
  };
  test.each([
    [{}, null, [20, 0, 10, 0.5, 0, 10]],
    [{ name: '', description: 'quên tên' }, { 'criterion.0.name': 'controls:problems.required' }],
    [{ weight: '0' }, { 'criterion.0.weight': 'organising:problems.weight' }],
    [
      { weight: '12,5', min: '0,5', max: '10,5', step: '0,5', anchors: '0,5: kém\n7,5: khá' },
      null,
      [12.5, 0.5, 10.5, 0.5, 0.5, 7.5],
    ],
    [{ weight: '1.234,5' }, { 'criterion.0.weight': 'organising:problems.plainNumber' }],
    [{ max: '0' }, { 'criterion.0.max': 'organising:problems.range' }],
    [{ step: '3' }, { 'criterion.0.step': 'organising:problems.step' }],
    [{ step: '0' }, { 'criterion.0.step': 'organising:problems.step' }],
    [{ step: '0.001' }, { 'criterion.0.step': 'organising:problems.step' }],
    [{ step: 'NaN' }, { 'criterion.0.step': 'organising:problems.plainNumber' }],
    [{ anchors: 'kém' }, { 'criterion.0.anchors': 'organising:problems.anchorForm' }],
    [{ anchors: '5: a\n5: b' }, { 'criterion.0.anchors': 'organising:problems.anchorTwice' }],
    [{ anchors: '11: a' }, { 'criterion.0.anchors': 'organising:problems.anchorOutside' }],
  ])('%j: %j', (change, wrong, read = []) => {
    const result = readRubric([{ ...row, ...change }]);
    const told =
      result.wrong && Object.fromEntries(Object.entries(result.wrong).map(([name, [reason]]) => [name, reason!.key]));
    if (wrong === null) {
      const { weight, min, max, step, anchors } = result.criteria![0]!;
      expect([weight, min, max, step, ...anchors.map(({ mark }) => mark)]).toEqual(read);
    } else expect(told).toMatchObject(wrong);
  });

  test('rows without a name are left out; none at all is refused', () => {
    expect(rubricForm.safeParse({ 'criterion.3.weight': '20' }).error?.issues.map(({ message }) => message)).toEqual([
      'organising:problems.noCriterion',
    ]);
    const typed = Object.fromEntries(Object.entries(row).map(([part, value]) => [`criterion.2.${part}`, value]));
    expect(rubricForm.parse(typed)).toHaveLength(1);
  });

  test('anchors run over lines; short scales are lists of marks', () => {
    expect(readAnchors('0: chưa\nrõ ai làm\n10 – rất tốt')).toEqual([
      { mark: 0, text: 'chưa rõ ai làm' },
      { mark: 10, text: 'rất tốt' },
    ]);
    expect(marksOf({ min: 0, max: 1, step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(marksOf({ min: 0, max: 20, step: 1 })).toEqual([]);
  });
});

describe('time', () => {
  test.each([
    ['2026-11-22T17:00', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T23:59', '2026-11-22T16:59:00.000Z'],
    ['2026-01-01T00:00', '2025-12-31T17:00:00.000Z'],
    ['2026-02-30T10:00', null],
    ['2026-11-22T25:00', null],
    ['22/11/2026 17:00', null],
    ['', null],
  ])('%j in Vietnam is %j', (typed, moment) => {
    expect(momentInVietnam(typed)?.toISOString() ?? null).toBe(moment);
  });

  test('phases and the calendar with "you are here"', () => {
    const contest = {
      state: 'OPEN' as const,
      opensAt: new Date('2026-09-01'),
      closesAt: new Date('2026-10-01'),
      suspendedAt: null,
      publishedAt: null,
      rounds: [{ number: 1, name: 'Sơ khảo', closesAt: new Date('2026-10-15') }],
    };
    const at = (day: string) => phaseOf(contest, new Date(day));
    expect([at('2026-08-31'), at('2026-09-01'), at('2026-10-01'), at('2026-10-02')]).toEqual([
      'announced',
      'open',
      'open',
      'judging',
    ]);
    expect(calendarOf(contest, new Date('2026-10-05')).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'opens past',
      'closes past',
      'marks next',
    ]);
  });
});

test('a receipt is read as people type it, and its signs are equally likely', () => {
  const bytes = Uint8Array.from({ length: 64 }, (_, index) => 255 - index);
  const receipt = writeReceipt({ year: 2026, number: 7, bytes });
  expect(receipt).toMatch(receiptForm);
  expect(receipt.startsWith('YH26-0007-')).toBe(true);
  expect(readReceipt(` ${receipt.toLowerCase().replace('-', ' -')} `)).toBe(receipt);
  expect(() => writeReceipt({ year: 2026, number: 1, bytes: new Uint8Array(20).fill(255) })).toThrow(RangeError);
});
