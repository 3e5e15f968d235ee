import type { Actor } from '#app/domain/people/actor.ts';
import { needsGuardian } from '#app/domain/people/consent.ts';
import { type GuardianState, guardianState } from '#app/domain/people/guardian.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type NominationState, nominationState } from './nomination.ts';
import { answerColumns, answersOf } from './nomination-answers.server.ts';

export type OwnNomination = {
  id: string;
  unit: string;
  at: Date;
  state: NominationState;
  /** Why it was not taken. */
  reason: string | null;
  /** Since when this person's own yes stands. */
  since: Date | null;
  /** Under 16: what became of the newest question to a guardian; null where none is needed. */
  guardian: { state: GuardianState | null; name: string } | null;
  /** How many of the team have agreed. */
  given: number;
  people: number;
};

/** What a member is asked about an entry of theirs going upwards, and what came of it; none where it was taken back. One query. */
export async function findOwnNominations({ entryId, by }: { entryId: string; by: Actor }): Promise<OwnNomination[]> {
  const at = now();
  const rows = await db.nomination.findMany({
    where: { entryId, withdrawnAt: null, entry: { members: { some: { personId: by.id } } } },
    orderBy: { at: 'asc' },
    relationLoadStrategy: 'join',
    select: {
      ...answerColumns,
      id: true,
      at: true,
      acceptedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      reason: true,
      toUnit: { select: { name: true, kind: true, code: true } },
    },
  });
  return rows.map((row) => {
    const { people, given, complete } = answersOf(row, at);
    const me = people.find(({ person }) => person.id === by.id)!;
    const asked = me.guardian.find(
      (one) => guardianState({ ...one, refusedAt: one.refusedAt ?? null }, at) === 'given',
    );
    const newest = asked ?? me.guardian.at(-1);
    return {
      id: row.id,
      unit: unitTitle(row.toUnit),
      at: row.at,
      state: nominationState(row, complete),
      reason: row.reason,
      since: me.own === null || me.own.withdrawnAt !== null ? null : me.own.givenAt,
      guardian: needsGuardian(me.person, at)
        ? { state: newest === undefined ? null : guardianState(newest, at), name: newest?.guardianName ?? '' }
        : null,
      given,
      people: people.length,
    };
  });
}
