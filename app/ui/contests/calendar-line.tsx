import { useTranslation } from 'react-i18next';
import type { CalendarStop } from '#app/domain/contests/contest.ts';
import { Time } from '#app/ui/controls/time.tsx';

/** The contest's dates on one line, with "you are here" between what has passed and what comes next. */
export function CalendarLine({ stops }: { stops: readonly CalendarStop[] }) {
  const { t } = useTranslation();
  const here = stops.findIndex((stop) => stop.state !== 'past');
  const label = (stop: CalendarStop) =>
    stop.kind === 'marks'
      ? t('contests:stops.marks', { round: stop.round?.name ?? '' })
      : t(`contests:stops.${stop.kind}`);
  const marker = (
    <li
      key="here"
      className="relative flex items-center gap-3 pb-4 pl-8 @2xl:flex-1 @2xl:pt-8 @2xl:pb-0 @2xl:pl-0"
      aria-current="step"
    >
      <span
        aria-hidden="true"
        className="absolute top-1 left-1.5 size-4 rotate-45 bg-joy @2xl:top-1.5 @2xl:left-1/2 @2xl:-translate-x-1/2"
      />
      <span className="rounded-full bg-joy px-2.5 py-0.5 text-center text-xs font-semibold text-on-joy @2xl:mx-auto">
        {t('contests:stops.here')}
      </span>
    </li>
  );
  const items = stops.map((stop, index) => (
    <li
      // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place in the calendar
      key={index}
      className="relative pb-4 pl-8 last:pb-0 @2xl:flex-1 @2xl:pt-8 @2xl:pb-0 @2xl:pl-0 @2xl:text-center"
    >
      <span
        aria-hidden="true"
        className={`absolute top-1 left-1 size-5 rounded-full border-4 @2xl:top-1 @2xl:left-1/2 @2xl:-translate-x-1/2 ${
          stop.state === 'past' ? 'border-action bg-action' : 'border-line-strong bg-surface'
        }`}
      />
      <span className={`block text-sm font-semibold ${stop.state === 'past' ? 'text-muted' : ''}`}>{label(stop)}</span>
      <span className="figures block text-sm text-muted">
        <Time at={stop.at} />
      </span>
      {stop.state === 'next' && (
        <span className="block text-sm font-semibold text-action-ink">
          <Time at={stop.at} form="left" />
        </span>
      )}
    </li>
  ));
  items.splice(here === -1 ? items.length : here, 0, marker);
  return (
    <div className="@container">
      <ol
        aria-label={t('contests:stops.label')}
        className="relative before:absolute before:top-2 before:bottom-2 before:left-3 before:w-0.5 before:bg-line-strong @2xl:flex @2xl:gap-2 @2xl:before:top-3 @2xl:before:right-0 @2xl:before:bottom-auto @2xl:before:left-0 @2xl:before:h-0.5 @2xl:before:w-full"
      >
        {items}
      </ol>
    </div>
  );
}
