import { useTranslation } from 'react-i18next';
import { googleCalendarAddress } from '#app/domain/contests/calendar-file.ts';
import { paths } from '#app/paths.ts';
import { buttonLook } from '#app/ui/controls/button.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';

/** The contest's calendar onto one's phone: as a file, as a subscription that follows every change, or the deadline in Google's. */
export function CalendarLinks({
  contest,
  origin,
}: {
  contest: { slug: string; name: string; closesAt: Date | string; host: { name: string } };
  origin: string;
}) {
  const { t } = useTranslation();
  const file = paths.contestCalendar(contest);
  const deadline = googleCalendarAddress({
    at: new Date(contest.closesAt),
    title: `${t('contests:stops.closes')} – ${contest.name}`,
    text: t('contests:calendar.text', { host: contest.host.name, address: `${origin}${paths.contest(contest)}` }),
  });
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <a href={file} className={buttonLook('secondary', 'sm')}>
        <Icon name="calendar" className="size-4" />
        {t('contests:calendar.file')}
      </a>
      <a href={`${origin.replace(/^https?:/, 'webcal:')}${file}`} className="link">
        {t('contests:calendar.subscribe')}
      </a>
      <a href={deadline} className="link" rel="noreferrer">
        {t('contests:calendar.google')}
      </a>
    </div>
  );
}
