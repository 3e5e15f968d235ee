import { db } from '#app/platform/db/db.server.ts';
import type { Subject, SubjectNames } from './notice.ts';

function ids<Key extends keyof Subject>(subjects: Subject[], key: Key): NonNullable<Subject[Key]>[] {
  return [...new Set(subjects.flatMap((subject) => subject[key] ?? []))] as NonNullable<Subject[Key]>[];
}

/** The names behind the ids of many subjects, in the same order; at most one query for each kind of thing. */
export async function findSubjectNames({ subjects }: { subjects: Subject[] }): Promise<SubjectNames[]> {
  const [ideas, units, contests, entries, rounds, roles, businesses, roots, announcements] = await Promise.all([
    db.idea.findMany({
      where: { id: { in: ids(subjects, 'ideaId') } },
      select: {
        id: true,
        slug: true,
        draft: { select: { title: true } },
        versions: { select: { title: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    }),
    db.unit.findMany({ where: { id: { in: ids(subjects, 'unitId') } }, select: { id: true, slug: true, name: true } }),
    db.contest.findMany({
      where: { id: { in: ids(subjects, 'contestId') } },
      select: { id: true, slug: true, name: true },
    }),
    db.entry.findMany({ where: { id: { in: ids(subjects, 'entryId') } }, select: { id: true, number: true } }),
    db.round.findMany({
      where: { id: { in: ids(subjects, 'roundId') } },
      select: { id: true, number: true, name: true },
    }),
    db.roleGrant.findMany({ where: { id: { in: ids(subjects, 'roleId') } }, select: { id: true, kind: true } }),
    db.business.findMany({
      where: { id: { in: ids(subjects, 'businessId') } },
      select: { id: true, slug: true, name: true },
    }),
    db.contestRecord.findMany({
      where: {
        contestId: { in: ids(subjects, 'contestId') },
        OR: [{ kind: 'round-published' }, { n: { in: ids(subjects, 'record') } }],
      },
      orderBy: { n: 'asc' },
      select: { contestId: true, n: true, kind: true, body: true, hash: true },
    }),
    db.announcement.findMany({
      where: { id: { in: ids(subjects, 'announcementId') } },
      select: { id: true, title: true },
    }),
  ]);
  return subjects.map((subject) => {
    const names: SubjectNames = {};
    const idea = ideas.find(({ id }) => id === subject.ideaId);
    if (idea) names.idea = { slug: idea.slug, title: idea.versions[0]?.title ?? idea.draft?.title ?? '' };
    const unit = units.find(({ id }) => id === subject.unitId);
    if (unit) names.unit = { slug: unit.slug, name: unit.name };
    const contest = contests.find(({ id }) => id === subject.contestId);
    if (contest) names.contest = { slug: contest.slug, name: contest.name };
    const entry = entries.find(({ id }) => id === subject.entryId);
    if (entry) names.entry = { number: entry.number };
    const round = rounds.find(({ id }) => id === subject.roundId);
    if (round) names.round = { number: round.number, name: round.name };
    const root = roots.find(
      ({ contestId, n, kind, body }) =>
        contestId === subject.contestId &&
        (subject.record === undefined
          ? kind === 'round-published' && (body as { round?: number } | null)?.round === round?.number
          : n === subject.record),
    );
    if (root) names.root = root.hash;
    const announcement = announcements.find(({ id }) => id === subject.announcementId);
    if (announcement) names.announcement = { title: announcement.title };
    const role = roles.find(({ id }) => id === subject.roleId);
    if (role) names.role = role.kind;
    const business = businesses.find(({ id }) => id === subject.businessId);
    if (business) names.business = { slug: business.slug, name: business.name };
    return names;
  });
}
