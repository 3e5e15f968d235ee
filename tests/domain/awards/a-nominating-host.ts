import { nominateEntry } from '#app/domain/awards/nominate-entry.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { aStaffMember } from '#tests/support/people-builders.ts';
import { anAwardedRound } from './an-awarded-round.ts';

/**
 * A commune in a province ran a contest that is over; its rules send one entry a division upwards. The winner has a grown-up captain
 * and a mate of fourteen. Nobody is asked yet.
 */
export async function aNominatingHost({ upwards = 1 as number | null } = {}) {
  const centre = await aUnit({ kind: 'CENTRE' });
  const province = await aUnit({ kind: 'PROVINCE', parentId: centre.id });
  const commune = await aUnit({ kind: 'COMMUNE', parentId: province.id });
  const captain = await aPerson({ fullName: 'Trịnh Lên Tỉnh' });
  const child = await aPerson({ fullName: 'Phạm Còn Nhỏ', birthDate: new Date('2012-11-01') });
  const round = await anAwardedRound({ hostId: commune.id, leads: [captain], rules: { upwards } });
  const winner = round.entries[0]!;
  await db.entryMember.create({ data: { entryId: winner.id, personId: child.id, kind: 'MEMBER' } });
  await db.scoresheet.updateMany({ where: { entryId: winner.id }, data: { noteToTeam: 'Ý tưởng rõ, cần thử thêm.' } });
  await publishRound(round.where);
  const organiser = await aStaffMember('ORGANISER', commune);
  const receiver = await aStaffMember('ORGANISER', province);
  const title = (await db.ideaVersion.findUniqueOrThrow({ where: { id: winner.versionId } })).title;
  const nominate = (by = organiser, number = 1) => nominateEntry({ by, slug: round.contest.slug, number });
  return {
    ...round,
    centre,
    province,
    commune,
    captain: await actorOf(captain),
    child: await actorOf(child),
    winner,
    title,
    organiser,
    receiver,
    nominate,
  };
}

/** The same with the winner nominated. */
export async function aNomination(fields: Parameters<typeof aNominatingHost>[0] = {}) {
  const host = await aNominatingHost(fields);
  await host.nominate();
  const { id } = await db.nomination.findFirstOrThrow({ where: { entryId: host.winner.id } });
  return { ...host, id };
}
