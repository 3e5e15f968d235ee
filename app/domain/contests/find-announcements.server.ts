import { db } from '#app/platform/db/db.server.ts';

export const announcementsPerPage = 20;

export type ShownAnnouncement = { id: string; title: string; text: string; at: Date };

/** A page of what the organiser announced, the newest first, and how many there are. Two queries. */
export async function findAnnouncements({
  contestId,
  page,
}: {
  contestId: string;
  page: number;
}): Promise<{ announcements: ShownAnnouncement[]; total: number; pages: number }> {
  const where = { contestId };
  const [announcements, total] = await Promise.all([
    db.announcement.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * announcementsPerPage,
      take: announcementsPerPage,
      select: { id: true, title: true, text: true, at: true },
    }),
    db.announcement.count({ where }),
  ]);
  return { announcements, total, pages: Math.max(1, Math.ceil(total / announcementsPerPage)) };
}
