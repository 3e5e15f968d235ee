/** One moment of a calendar. `id` stays the same however the moment moves, so that a calendar one has already is set right. */
export type CalendarMoment = {
  id: string;
  at: Date;
  title: string;
  text: string;
  address: string;
  /** Whether a reminder rings a day before. */
  reminds: boolean;
};

/** RFC 5545, 3.3.11: a backslash before what would end a value, and no line break in it. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

const encoder = new TextEncoder();

/** RFC 5545, 3.1: no line longer than 75 octets; what follows begins with a blank. A letter of several octets is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** `20261122T100000Z`. */
function inUtc(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

/** `20261122T170000`, by the clock in Vietnam. */
function inVietnam(at: Date): string {
  return inUtc(new Date(at.getTime() + 7 * 3_600_000)).slice(0, -1);
}

/** Vietnam keeps one time since 13 June 1975. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Ho_Chi_Minh',
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * A calendar as a file that phones and mail programs take (RFC 5545), in Vietnamese time. `changes` counts the changes of the
 * calendar so far: a program that has an older copy replaces it. A moment lasts no time; it is a deadline, not a meeting.
 */
export function calendarFile({
  name,
  host,
  moments,
  stamp,
  changes,
  cancelled,
  suspendedAt,
}: {
  name: string;
  /** What the ids of moments are unique under. */
  host: string;
  moments: readonly CalendarMoment[];
  /** When this calendar was last changed. */
  stamp: Date;
  changes: number;
  cancelled: boolean;
  /** What lies after it is put off until further notice: it stands there as tentative and rings no bell. */
  suspendedAt: Date | null;
}): string {
  const standsStill = (at: Date) => suspendedAt !== null && at.getTime() > suspendedAt.getTime();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Y Hay//Cuoc thi//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...timeZone,
    ...moments.flatMap(({ id, at, title, text, address, reminds }) => [
      'BEGIN:VEVENT',
      `UID:${id}@${host}`,
      `DTSTAMP:${inUtc(stamp)}`,
      `LAST-MODIFIED:${inUtc(stamp)}`,
      `SEQUENCE:${changes}`,
      `DTSTART;TZID=Asia/Ho_Chi_Minh:${inVietnam(at)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      `URL:${address}`,
      `STATUS:${cancelled ? 'CANCELLED' : standsStill(at) ? 'TENTATIVE' : 'CONFIRMED'}`,
      'TRANSP:TRANSPARENT',
      ...(reminds && !cancelled && !standsStill(at)
        ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-P1D', 'END:VALARM']
        : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** Where Google's calendar opens with one moment filled in: the half hour that ends with it, since it takes no moment without length. */
export function googleCalendarAddress({ at, title, text }: Pick<CalendarMoment, 'at' | 'title' | 'text'>): string {
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${inUtc(new Date(at.getTime() - 1_800_000))}/${inUtc(at)}`,
    details: text,
    ctz: 'Asia/Ho_Chi_Minh',
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}
