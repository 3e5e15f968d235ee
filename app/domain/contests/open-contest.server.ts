import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { composeDocument } from './compose-document.server.ts';
import { insistThat, whyNotOpen } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { keepOpening } from './keep-opening.server.ts';
import { lockContest } from './lock-contest.server.ts';
import { missingBeforeOpening } from './readiness.ts';

/** What `missingBeforeOpening` looks at, read in one query. */
export async function findPrepared(tx: Tx | typeof db, contestId: string) {
  const found = await tx.contest.findUniqueOrThrow({
    where: { id: contestId },
    relationLoadStrategy: 'join',
    select: {
      opensAt: true,
      closesAt: true,
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
      divisions: { orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } },
      rounds: {
        orderBy: { number: 'asc' },
        select: {
          number: true,
          name: true,
          opensAt: true,
          closesAt: true,
          reviewsPerEntry: true,
          method: true,
          rubrics: { select: { divisionId: true, criteria: { select: { id: true } } } },
        },
      },
      roles: { where: { kind: 'CHAIR', endedAt: null }, select: { id: true } },
    },
  });
  const { rules, roles, rounds, ...rest } = found;
  return {
    ...rest,
    rules: readRules(rules[0]?.body),
    chairs: roles.length,
    rounds: rounds.map(({ rubrics, ...round }) => ({
      ...round,
      rubrics: rubrics.map(({ divisionId, criteria }) => ({ divisionId, criteria: criteria.length })),
    })),
  };
}

/**
 * Opens a contest to the public and freezes its rules: the whole thể lệ as canonical JSON (RFC 8785) and its SHA-256.
 * Throws NotValid with everything that is still missing.
 */
export async function openContest({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string; hash: string }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotOpen(by, contest));
    if (contest.state !== 'DRAFT') throw new NotNow({ key: 'organising:refusals.openedAlready' });
    const at = now();
    const missing = missingBeforeOpening(await findPrepared(tx, contest.id), at);
    if (missing.length > 0) throw new NotValid({ form: missing }, { key: 'organising:refusals.notReady' });
    const document = await composeDocument(tx, contest.id);
    const hash = await hashOfJson(document);
    await tx.contestRules.update({
      where: { id: contest.rules[0]!.id },
      data: { document, hash, frozenAt: at, byId: by.id },
    });
    await tx.contest.update({ where: { id: contest.id }, data: { state: 'OPEN', openedAt: at } });
    await tx.contestAct.create({ data: { contestId: contest.id, to: 'OPEN', byId: by.id, at } });
    const { id: contestId, hostId } = contest;
    await keepOpening(tx, { contestId, hostId, number: contest.rules[0]!.number, document, hash });
    await recordEvent(tx, { kind: 'contest.opened', by: by.id, contestId: contest.id, unitId: contest.hostId });
    return { slug: contest.slug, hash };
  });
}
