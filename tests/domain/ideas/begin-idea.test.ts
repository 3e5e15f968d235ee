import { expect, test } from 'vitest';
import { beginIdea } from '#app/domain/ideas/begin-idea.server.ts';
import { mostDrafts } from '#app/domain/ideas/idea.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf } from '#tests/support/idea-builders.ts';

test('a draft belongs to the confirmed unit first, to the drive of the day, and to a team of one', async () => {
  const at = atTime('2026-05-20T10:42:00+07:00');
  const province = await aUnit();
  const [claimed, confirmed] = [await aUnit({ parentId: province.id }), await aUnit({ parentId: province.id })];
  const person = await aPerson({ emailVerifiedAt: null });
  await db.membership.create({ data: { personId: person.id, unitId: claimed.id, claimedAt: new Date('2026-01-01') } });
  await db.membership.create({
    data: { personId: person.id, unitId: confirmed.id, claimedAt: new Date('2026-02-01'), confirmedAt: at },
  });
  const over = { startsOn: new Date('2020-01-01'), endsOn: new Date('2021-12-31') };
  await db.drive.create({ data: { slug: 'cu', name: 'Cuộc vận động cũ', ...over } });
  const drive = await db.drive.create({ data: { slug: 'nay', name: 'Nay', startsOn: new Date('2022-11-01') } });

  const { id, slug } = await beginIdea({ by: await actorOf(person), title: 'Nhà nổi' });
  expect(slug).toMatch(/^nhap-[a-z0-9]{10}$/);
  const row = await db.idea.findUniqueOrThrow({ where: { id }, include: { draft: true, members: true } });
  expect(row).toMatchObject({
    state: 'DRAFT',
    ownerId: person.id,
    unitId: confirmed.id,
    provinceId: province.id,
    driveId: drive.id,
    createdAt: at,
    draft: { title: 'Nhà nổi', unitId: confirmed.id, revision: 0, savedAt: at },
    members: [{ kind: 'LEAD', personId: person.id, confirmedAt: at }],
  });
  expect(await db.event.findMany({ where: { ideaId: id } })).toMatchObject([{ kind: 'idea.begun', byId: person.id }]);
});

test('not more drafts than anybody can finish', async () => {
  const person = await aPerson();
  await db.idea.createMany({
    data: Array.from({ length: mostDrafts }, (_, index) => ({
      slug: `nhap-dong-${index}`,
      ownerId: person.id,
      createdAt: new Date(),
    })),
  });
  await expect(beginIdea({ by: await actorOf(person), title: 'Thêm nữa' })).rejects.toMatchObject({
    status: 409,
    because: { key: 'ideas:refusals.tooManyDrafts', values: { max: mostDrafts } },
  });
});
