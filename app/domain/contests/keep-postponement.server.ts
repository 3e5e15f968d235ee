import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { writeRules } from './amend-rules.server.ts';
import { readRules } from './contest-rules.ts';
import type { LockedCalendar } from './lock-calendar.server.ts';

/** Freezes the rules with the calendar as it is now, and puts on record what moved or stopped it. */
export async function keepPostponement(
  tx: Tx,
  {
    contest,
    by,
    amendment,
    kind,
    payload,
  }: {
    contest: LockedCalendar;
    by: Actor;
    amendment: { reason: string; letter: string };
    kind: 'contest.postponed' | 'contest.suspended' | 'contest.resumed';
    payload: { postponementId: string; days?: number };
  },
): Promise<void> {
  const body = readRules(contest.rules[0]!.body);
  await writeRules(tx, { contest, by, body, amendment, along: 'postponement' });
  await recordEvent(tx, { kind, by: by.id, contestId: contest.id, payload });
}
