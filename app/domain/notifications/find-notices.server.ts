import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findSubjectNames } from './find-subject-names.server.ts';
import type { NoticeKind, Subject, SubjectNames } from './notice.ts';

export type ShownNotice = {
  id: string;
  kind: NoticeKind;
  at: Date;
  isRead: boolean;
  subject: Subject;
  names: SubjectNames;
};

const pageLength = 30;

/** A person's own notices, newest first, a page at a time; `older` is where the next page begins, null at the end. */
export async function findNotices(request: { by: Actor; before?: string }): Promise<{
  notices: ShownNotice[];
  older: string | null;
}> {
  const { by, before } = request;
  const rows = await db.notice.findMany({
    where: { personId: by.id, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: pageLength + 1,
  });
  const shown = rows.slice(0, pageLength);
  const subjects = shown.map((row) => row.subject as Subject);
  const names = await findSubjectNames({ subjects });
  return {
    notices: shown.map((row, at) => ({
      id: row.id,
      kind: row.kind as NoticeKind,
      at: row.createdAt,
      isRead: row.readAt !== null,
      subject: subjects[at]!,
      names: names[at]!,
    })),
    older: rows.length > pageLength ? shown.at(-1)!.id : null,
  };
}
