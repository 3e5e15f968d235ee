import { type CalendarMoment, calendarFile } from '#app/domain/contests/calendar-file.ts';
import { findCalendar } from '#app/domain/contests/find-calendar.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

/** The calendar of a contest for phones and mail programs, to be taken once or subscribed to. */
export const loader = forReaders(async ({ part, url, locale }) => {
  const contest = insistOn(await findCalendar({ slug: part('slug') }));
  const { t } = i18nFor(locale);
  const address = `${url.origin}${paths.contest(contest)}`;
  const text = t('contests:calendar.text', { host: contest.host, address });
  const standsStill = (at: Date) => contest.suspendedAt !== null && at.getTime() > contest.suspendedAt.getTime();
  const moment = (id: string, at: Date, what: string, reminds: boolean): CalendarMoment => ({
    id,
    at,
    title: standsStill(at)
      ? `${t('site:contestPhases.suspended')}: ${what} – ${contest.name}`
      : `${what} – ${contest.name}`,
    text,
    address,
    reminds,
  });
  const moments = [
    moment(`opens.${contest.id}`, contest.opensAt, t('contests:stops.opens'), false),
    moment(`closes.${contest.id}`, contest.closesAt, t('contests:stops.closes'), true),
    ...contest.rounds.map(({ id, name, closesAt }) =>
      moment(`marks.${id}`, closesAt, t('contests:stops.marks', { round: name }), false),
    ),
    ...(contest.publishedAt === null
      ? []
      : [moment(`published.${contest.id}`, contest.publishedAt, t('contests:stops.published'), false)]),
  ];
  const file = calendarFile({
    name: contest.name,
    host: url.hostname,
    moments,
    stamp: contest.stamp,
    changes: contest.changes,
    cancelled: contest.cancelled,
    suspendedAt: contest.suspendedAt,
  });
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="${contest.slug}.ics"`,
    },
  });
});
