import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { findAvailableMentors } from './find-available-mentors.server.ts';
import { findTies } from './find-ties.server.ts';
import { fitOf } from './fit.ts';
import { lockMentorsOf } from './lock-mentors.server.ts';
import { propose } from './propose.server.ts';

/**
 * After a no, or silence: the request goes to the next best mentor of its programme who has a place and was not asked before.
 * Where none is left, or a mentor was asked by name, it is unserved and the team asks anew. Programme and request are held.
 */
export async function passOn(tx: Tx, { requestId }: { requestId: string }): Promise<{ proposalId: string | null }> {
  const request = await tx.mentorRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: {
      id: true,
      ideaId: true,
      aspects: true,
      language: true,
      online: true,
      withdrawnAt: true,
      servedAt: true,
      programme: { select: { id: true, daysToAccept: true, endedAt: true } },
      proposals: { select: { mentorId: true } },
      idea: { select: { fieldId: true, provinceId: true, state: true } },
    },
  });
  if (request.withdrawnAt !== null || request.servedAt !== null) return { proposalId: null };
  const { programme, idea } = request;
  if (programme !== null && programme.endedAt === null && idea.state !== 'WITHDRAWN') {
    await lockMentorsOf(tx, programme.id);
    const asked = new Set(request.proposals.map(({ mentorId }) => mentorId));
    const mentors = (await findAvailableMentors(tx, { programmeId: programme.id })).filter(
      ({ id, places }) => places > 0 && !asked.has(id),
    );
    const personIds = mentors.map(({ personId }) => personId);
    const ties = (await findTies(tx, { ideaIds: [request.ideaId], personIds })).get(request.ideaId)!;
    const needs = { ...request, fieldId: idea.fieldId, provinceId: idea.provinceId, wishes: null };
    const [next] = mentors
      .filter(({ personId }) => !ties.has(personId))
      .flatMap((mentor) => {
        const fit = fitOf(needs, mentor);
        return 'misfit' in fit ? [] : [{ mentor, score: fit.score }];
      })
      .sort((a, b) => b.score - a.score || (a.mentor.id < b.mentor.id ? -1 : 1));
    if (next !== undefined) {
      const { mentor } = next;
      return { proposalId: await propose(tx, { by: null, request, mentor, days: programme.daysToAccept }) };
    }
  }
  await tx.mentorRequest.update({ where: { id: requestId }, data: { unservedAt: now() } });
  await recordEvent(tx, { kind: 'mentor-request.unserved', by: null, ideaId: request.ideaId, payload: { requestId } });
  return { proposalId: null };
}
