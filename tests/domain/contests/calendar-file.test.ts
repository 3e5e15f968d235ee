import { describe, expect, test } from 'vitest';
import { calendarFile, googleCalendarAddress } from '#app/domain/contests/calendar-file.ts';
import { findCalendar } from '#app/domain/contests/find-calendar.server.ts';
import { paths } from '#app/paths.ts';
import { aContest } from '#tests/support/contest-builders.ts';
import { get } from '#tests/support/visits.ts';

const moment = {
  id: 'closes.1',
  at: new Date('2026-11-22T17:00:00+07:00'),
  title: 'Hết hạn nộp bài; lần 2, chót \\ cuối',
  text: 'Dòng một\r\nDòng hai',
  address: 'https://y-hay.example/cuoc-thi/thu',
  reminds: true,
};
const file = (changes: Partial<Parameters<typeof calendarFile>[0]> = {}) =>
  calendarFile({
    name: 'Cuộc thi thử',
    host: 'y-hay.example',
    moments: [moment],
    stamp: new Date('2026-08-20T10:00:00.500+07:00'),
    changes: 0,
    cancelled: false,
    suspendedAt: null,
    ...changes,
  });
/** RFC 5545, 3.1, read backwards. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  test('is what RFC 5545 asks for, in Vietnamese time', () => {
    expect(unfolded(file())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Y Hay//Cuoc thi//VI',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Cuộc thi thử',
      'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Ho_Chi_Minh',
      'BEGIN:STANDARD',
      'DTSTART:19750613T000000',
      'TZOFFSETFROM:+0700',
      'TZOFFSETTO:+0700',
      'TZNAME:+07',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:closes.1@y-hay.example',
      'DTSTAMP:20260820T030000Z',
      'LAST-MODIFIED:20260820T030000Z',
      'SEQUENCE:0',
      'DTSTART;TZID=Asia/Ho_Chi_Minh:20261122T170000',
      'SUMMARY:Hết hạn nộp bài\\; lần 2\\, chót \\\\ cuối',
      'DESCRIPTION:Dòng một\\nDòng hai',
      'URL:https://y-hay.example/cuoc-thi/thu',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Hết hạn nộp bài\\; lần 2\\, chót \\\\ cuối',
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('folds long lines between letters, never within one, at 75 octets', () => {
    const long = file({ moments: [{ ...moment, title: 'Ễ'.repeat(90), text: 'a'.repeat(74) }] });
    const octets = long.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(unfolded(long)).toContain(`SUMMARY:${'Ễ'.repeat(90)}`);
    expect(long).not.toContain('�');
  });

  test('a contest that was called off rings no more', () => {
    const lines = unfolded(file({ cancelled: true, changes: 3 }));
    expect(lines).toContain('STATUS:CANCELLED');
    expect(lines).toContain('SEQUENCE:3');
    expect(lines).not.toContain('BEGIN:VALARM');
  });

  test('opens in Google’s calendar with the half hour before the deadline', () => {
    const query = new URL(googleCalendarAddress(moment)).searchParams;
    expect(query.get('dates')).toBe('20261122T093000Z/20261122T100000Z');
    expect(query.get('text')).toBe(moment.title);
  });

  test('of a public contest is everybody’s; a draft has none', async () => {
    const contest = await aContest({ rounds: [{}, {}] });
    const draft = await aContest({ state: 'DRAFT' });
    const answer = await get(paths.contestCalendar(contest), { as: null });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
    ]);
    expect(answer.text.match(/BEGIN:VEVENT/g)).toHaveLength(4);
    expect((await get(paths.contestCalendar(draft), { as: null })).status).toBe(404);
    expect(await findCalendar({ slug: draft.slug })).toBe(null);
  });
});
