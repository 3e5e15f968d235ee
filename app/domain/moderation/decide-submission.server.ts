import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import { findStanding } from '#app/domain/ideas/lock-idea.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { type DecisionKind, type DecisionReason, needsNote, reasonsFor } from './decision.ts';
import { mayDecide, mayReview } from './moderation-access.ts';

const eventOf = { PUBLISHED: 'idea.published', RETURNED: 'idea.returned', DECLINED: 'idea.declined' } as const;

/**
 * Decides on what waits. Published: this version is what everyone reads from now on, and the idea's field, unit and
 * wishes are those of the version. Returned or declined: what was public before stays so. Throws NotFound outside the
 * moderator's units, NotAllowed on their own idea, NotNow where another decided first or the team took it back.
 */
export async function decideSubmission({
  by,
  submissionId,
  kind,
  reason,
  note,
}: {
  by: Actor;
  submissionId: string;
  kind: DecisionKind;
  reason: DecisionReason;
  note: string;
}): Promise<{ ideaId: string; slug: string }> {
  if (!isUuid(submissionId)) throw new NotFound();
  if (!reasonsFor[kind].includes(reason)) throw new NotValid({ verdict: [{ key: 'moderation:problems.verdict' }] });
  if (needsNote(reason) && note === '') throw new NotValid({ note: [{ key: 'moderation:problems.note' }] });
  return db.$transaction(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    const idea = submission && (await findStanding(tx, submission.ideaId));
    const unitPaths = [...(idea?.unitPaths ?? []), ...(submission?.unitPaths ?? [])];
    if (!submission || !idea || !mayReview(by, { unitPaths })) throw new NotFound();
    insistThat(mayDecide(by, submission));
    if (submission.decision !== null) {
      throw new NotNow({ key: 'moderation:refusals.decidedAlready', values: { who: submission.decision.by.fullName } });
    }
    if (submission.recalledAt !== null) throw new NotNow({ key: 'moderation:refusals.recalled' });
    const at = now();
    const { version } = submission;
    await tx.decision.create({ data: { submissionId, kind, reason, note: note || null, byId: by.id, at } });
    if (kind === 'PUBLISHED') {
      await tx.idea.update({
        where: { id: idea.id },
        data: {
          state: 'PUBLISHED',
          publishedVersionId: version.id,
          publishedAt: idea.publishedAt ?? at,
          fieldId: version.fieldId,
          unitId: version.unitId,
          provinceId: version.provinceId,
          lookingFor: version.lookingFor,
        },
      });
    } else {
      const state = kind === 'RETURNED' ? 'RETURNED' : idea.published ? 'PUBLISHED' : 'DECLINED';
      await tx.idea.update({ where: { id: idea.id }, data: { state } });
    }
    await recordEvent(tx, {
      kind: eventOf[kind],
      by: by.id,
      ideaId: idea.id,
      unitId: version.unitId ?? undefined,
      payload: {
        submissionId,
        versionId: version.id,
        number: version.number,
        reason,
        first: idea.publishedAt === null,
      },
    });
    return { ideaId: idea.id, slug: idea.slug };
  });
}

async function lockSubmission(tx: Tx, id: string) {
  const [found] = await tx.$queryRaw<{ ideaId: string }[]>`
    select i.id as "ideaId" from "Submission" s join "Idea" i on i.id = s."ideaId"
    where s.id = ${id}::uuid for update of i`;
  if (found === undefined) return null;
  const row = await tx.submission.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      ideaId: true,
      recalledAt: true,
      decision: { select: { by: { select: { fullName: true } } } },
      version: {
        select: {
          id: true,
          number: true,
          fieldId: true,
          unitId: true,
          provinceId: true,
          lookingFor: true,
          unit: { select: { path: true } },
        },
      },
      idea: { select: { members: { where: { confirmedAt: { not: null } }, select: { personId: true } } } },
    },
  });
  return {
    ...row,
    unitPaths: row.version.unit === null ? [] : [row.version.unit.path],
    everOnTeam: row.idea.members.flatMap((one) => one.personId ?? []),
  };
}
