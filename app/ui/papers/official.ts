import type { RoundPapers } from '#app/domain/awards/round-papers.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { dayInVietnam } from './certificate-words.ts';

/** A mark as papers write it: 87,50. */
export function written(mark: number | null, digits = 2): string {
  return mark === null ? '–' : mark.toFixed(digits).replace('.', ',');
}

/** "BCH TỈNH ĐOÀN AN GIANG": who issues a paper of the Youth Union. */
export function issuer(host: RoundPapers['host']): string {
  const title = unitTitle(host).toLocaleUpperCase('vi');
  return host.kind === 'PROVINCE' || host.kind === 'COMMUNE' ? `BCH ${title}` : title;
}

/** "Cần Thơ, ngày 22 tháng 11 năm 2026"; without a date, dots to write on. */
export function placeAndDate(host: RoundPapers['host'], at: Date | null): string {
  const place = host.place === '' ? '…………' : host.place;
  if (at === null) return `${place}, ngày …… tháng …… năm ……`;
  const { day, month, year } = dayInVietnam(at);
  return `${place}, ngày ${day} tháng ${month} năm ${year}`;
}

/** "17 giờ 05 phút, ngày 22/11/2026". */
export function moment(at: Date | null): string {
  if (at === null) return '…… giờ …… phút, ngày ……/……/……';
  const { day, month, year } = dayInVietnam(at);
  const [hour, minute] = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .split(':');
  return `${hour} giờ ${minute} phút, ngày ${day}/${month}/${year}`;
}

/** What came of an entry, in words. */
export function resultOf(
  { passed, award }: { passed: boolean; award: number | null },
  { awards, round }: Pick<RoundPapers, 'awards' | 'round'>,
): string {
  if (award !== null) return awards[award - 1]?.name ?? '';
  if (awards.length > 0) return 'Không đạt giải';
  if (round.last) return passed ? 'Đạt yêu cầu' : 'Không đạt yêu cầu';
  return passed ? 'Đi tiếp' : 'Dừng lại';
}

const reasons: Record<string, string> = {
  'below-top': 'ngoài số bài được đi tiếp',
  'below-mean': 'chưa đạt mức điểm',
  zero: 'có tiêu chí bị chấm mức thấp nhất',
  outside: 'dự thi ngoài giải',
  'below-mark': 'chưa đạt mức điểm của giải nào',
  'places-taken': 'giải cao hơn đã hết chỗ',
};

/** Why, by the rules; empty where nothing kept it back. */
export function reasonOf({ because, awardBecause }: { because: string[]; awardBecause: string | null }): string {
  return [...because, ...(awardBecause === null ? [] : [awardBecause])].flatMap((one) => reasons[one] ?? []).join('; ');
}
