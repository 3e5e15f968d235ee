import { makeAppeal } from '#app/domain/awards/make-appeal.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { anAwardedRound } from './an-awarded-round.ts';

export const asked = 'Phiếu của giám khảo thứ hai cộng nhầm ở tiêu chí đầu.';

/** A published round whose second entry (Giải Nhì) has a captain and a mate, with their acts at hand. */
export async function aPublishedRound(fields: Parameters<typeof anAwardedRound>[0] = {}) {
  const [first, captain] = [
    await aPerson({ fullName: 'Đỗ Quán Quân' }),
    await aPerson({ fullName: 'Lý Xin Phúc Khảo' }),
  ];
  const round = await anAwardedRound({ leads: [first, captain], ...fields });
  const mate = await aPerson();
  await db.entryMember.create({ data: { entryId: round.entries[1]!.id, personId: mate.id, kind: 'MEMBER' } });
  await publishRound(round.where);
  const { contest } = round;
  const appeal = async (by: { id: string } = captain, change: { number?: number; entryNumber?: number } = {}) =>
    makeAppeal({ by: await actorOf(by), slug: contest.slug, number: 1, entryNumber: 2, text: asked, ...change });
  return { ...round, first, captain, mate, appeal };
}

/** The same with the second entry's appeal made; `decide` is the chair's form without what it need not say. */
export async function anAppealedRound(fields: Parameters<typeof anAwardedRound>[0] = {}) {
  const round = await aPublishedRound(fields);
  await round.appeal();
  const appeal = await db.appeal.findFirstOrThrow({ where: { round: { contestId: round.contest.id } } });
  return { ...round, made: appeal };
}
