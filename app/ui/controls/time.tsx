import { useTranslation } from 'react-i18next';
import { formatClock, formatDate, formatTime, nextTurn, spanBetween } from '#app/words/format.ts';
import { useNow, useTellTurn } from './now.ts';

/** A moment in Vietnam's time: `22/11/2026 17:00`, or how long it is from now ("còn 3 ngày", "2 giờ trước"). */
export function Time({ at, form = 'full' }: { at: Date | string; form?: 'full' | 'date' | 'time' | 'left' | 'ago' }) {
  const { t } = useTranslation();
  const now = useNow();
  const tellTurn = useTellTurn();
  const moment = new Date(at);
  if (form === 'left' || form === 'ago') tellTurn?.(nextTurn(moment, now));
  const { unit, count } = spanBetween(moment, now);
  const full = formatTime(moment);
  const words = {
    full: () => full,
    date: () => formatDate(moment),
    time: () => formatClock(moment),
    left: () => (moment <= now ? t('controls:time.over') : t(`controls:time.left.${unit}`, { count })),
    ago: () => t(`controls:time.ago.${unit}`, { count }),
  }[form]();
  return (
    <time dateTime={moment.toISOString()} title={form === 'full' ? undefined : full} className="whitespace-nowrap">
      {words}
    </time>
  );
}
