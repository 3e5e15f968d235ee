import { expect, it } from 'vitest';
import { countIdeasOnTheWay } from '#app/domain/ideas/count-ideas-on-the-way.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit, nextWord } from '#tests/support/builders.ts';

type Fields = {
  state: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'PUBLISHED' | 'WITHDRAWN';
  applied?: boolean;
  public?: boolean;
};

async function anIdeaThat({ state, applied = false, public: isPublic = state === 'PUBLISHED' }: Fields) {
  const owner = await aPerson();
  const idea = await db.idea.create({
    data: {
      slug: nextWord('y-tuong'),
      ownerId: owner.id,
      state,
      stage: applied ? 'APPLIED' : 'IDEA',
      createdAt: now(),
      submittedAt: state === 'DRAFT' ? null : now(),
    },
  });
  if (!isPublic) return { idea, version: null };
  const texts = { title: 'Lọc nước', abstract: '', problem: '', solution: '', novelty: '', method: '' };
  const version = await db.ideaVersion.create({
    data: {
      ...texts,
      beneficiaries: '',
      progress: '',
      needs: '',
      foldedTitle: 'loc nuoc',
      ideaId: idea.id,
      number: 1,
      createdById: owner.id,
      createdAt: now(),
    },
  });
  await db.idea.update({ where: { id: idea.id }, data: { publishedVersionId: version.id, publishedAt: now() } });
  return { idea, version };
}

async function aContestIn(state: 'DRAFT' | 'OPEN' | 'CANCELLED') {
  const host = await aUnit();
  const contest = await db.contest.create({
    data: {
      slug: nextWord('cuoc-thi'),
      name: 'Cuộc thi thử',
      summary: '',
      hostId: host.id,
      state,
      opensAt: now(),
      closesAt: now(),
      createdAt: now(),
    },
  });
  const division = await db.division.create({
    data: { contestId: contest.id, slug: 'a', name: 'Bảng A', position: 1 },
  });
  return { contest, division };
}

type Made = Awaited<ReturnType<typeof anIdeaThat>>;

async function entered({ idea, version }: Made, { contest, division }: Awaited<ReturnType<typeof aContestIn>>) {
  return db.entry.create({
    data: {
      contestId: contest.id,
      divisionId: division.id,
      ideaId: idea.id,
      versionId: version!.id,
      number: await db.entry.count({ where: { contestId: contest.id } }).then((count) => count + 1),
      enteredById: idea.ownerId,
      enteredAt: now(),
      receipt: nextWord('bn'),
    },
  });
}

it('counts an idea once in every step it has reached, and only what everybody may know of', async () => {
  const [open, draft, cancelled] = await Promise.all([
    aContestIn('OPEN'),
    aContestIn('DRAFT'),
    aContestIn('CANCELLED'),
  ]);
  const alsoOpen = await aContestIn('OPEN');
  await anIdeaThat({ state: 'DRAFT' });
  await anIdeaThat({ state: 'WITHDRAWN', public: true, applied: true });
  await anIdeaThat({ state: 'SUBMITTED', applied: true });
  await anIdeaThat({ state: 'RETURNED' });
  const inTwo = await anIdeaThat({ state: 'PUBLISHED', applied: true });
  await entered(inTwo, open);
  await entered(inTwo, alsoOpen);
  await entered(await anIdeaThat({ state: 'PUBLISHED' }), draft);
  await entered(await anIdeaThat({ state: 'PUBLISHED' }), cancelled);
  const taken = await entered(await anIdeaThat({ state: 'PUBLISHED' }), open);
  await db.entryWithdrawal.create({ data: { entryId: taken.id, byId: taken.enteredById!, at: now(), reason: null } });
  const mentored = await anIdeaThat({ state: 'SUBMITTED', public: true });
  const mentor = await db.mentor.create({
    data: {
      unitId: (await aUnit()).id,
      personId: (await aPerson()).id,
      about: '',
      fieldIds: [],
      capacity: 1,
      hoursPerMonth: 1,
      offeredAt: now(),
    },
  });
  await db.mentorship.create({ data: { mentorId: mentor.id, ideaId: mentored.idea.id, startedAt: now() } });

  expect(await countIdeasOnTheWay()).toEqual({ proposed: 7, published: 5, inContest: 1, mentored: 1, applied: 1 });
});
