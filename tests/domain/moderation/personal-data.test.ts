import { expect, test } from 'vitest';
import { emptyText } from '#app/domain/ideas/idea-text.ts';
import { personalDataIn } from '#app/domain/moderation/personal-data.ts';

const foundIn = (problem: string) => personalDataIn({ ...emptyText, problem }).map(({ kind, text }) => [kind, text]);

test.each([
  ['Gọi 0912345678 nhé', [['phone', '0912345678']]],
  [
    'Gọi 0912.345.678, 091 234 5679',
    [
      ['phone', '0912.345.678'],
      ['phone', '091 234 5679'],
    ],
  ],
  ['+84 912 345 678 (Zalo)', [['phone', '+84 912 345 678']]],
  ['máy bàn 028 3822 1234', [['phone', '028 3822 1234']]],
  ['thư: lan.nguyen@thu.example.', [['mail', 'lan.nguyen@thu.example']]],
  ['lan (at) thu.example', [['mail', 'lan (at) thu.example']]],
  ['CCCD số 079203001234', [['identity', '079203001234']]],
  ['079203001234', [['identity', '079203001234']]],
  ['CMND: 025 678 901', [['identity', '025 678 901']]],
  ['STK 0123 4567 8901 ngân hàng', [['account', '0123 4567 8901']]],
])('%s', (text, found) => {
  expect(foundIn(text)).toEqual(found);
});

test.each([
  'Năm 2026 có 5.000.000 ý tưởng, chi phí 1.200.000.000 đồng',
  'Diện tích 0,5 ha; từ 01/07/2025 đến 30/04/2026',
  'Cảm biến ADS1115 đo 0.0123456789 vôn',
  'Nhiệt độ 28-32 độ, pH 6.5-7.5, 1000 lít mỗi giờ',
])('nothing personal: %s', (text) => {
  expect(foundIn(text)).toEqual([]);
});

test('places count in the section as given', () => {
  const text = 'Ý kiến: 0912345678';
  const [found] = personalDataIn({ ...emptyText, needs: text });
  expect(found).toEqual({ kind: 'phone', section: 'needs', start: 8, end: 18, text: '0912345678' });
  expect(text.slice(found!.start, found!.end)).toBe('0912345678');
});
