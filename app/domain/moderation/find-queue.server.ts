import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { moderatedPaths } from './moderation-access.ts';

export type QueueFilter = {
  fieldId?: string;
  provinceId?: number;
  /** Only first submissions, or only new versions of what is public. */
  kind?: 'first' | 'renewed';
};

export type QueueRow = {
  id: string;
  at: Date;
  title: string;
  abstract: string;
  number: number;
  renewed: boolean;
  field: { nameVi: string; nameEn: string } | null;
  unit: string | null;
  province: string | null;
  lead: string;
};

export type Queue = { rows: QueueRow[]; total: number; page: number; pages: number };

export const queuePageSize = 25;

/** What of all that waits this person looks at: their units' and those merged into them, never their own. */
export function waitingFor(by: Actor, filter: QueueFilter = {}) {
  const paths = moderatedPaths(by);
  const within = (paths ?? []).flatMap((path) => [
    { path: { startsWith: path } },
    { successors: { some: { successor: { path: { startsWith: path } } } } },
  ]);
  return {
    recalledAt: null,
    decision: { is: null },
    idea: {
      state: 'SUBMITTED' as const,
      members: { none: { personId: by.id, confirmedAt: { not: null } } },
      ...(filter.kind === undefined ? {} : { publishedVersionId: filter.kind === 'first' ? null : { not: null } }),
    },
    version: {
      ...(filter.fieldId === undefined ? {} : { fieldId: filter.fieldId }),
      ...(filter.provinceId === undefined ? {} : { provinceId: filter.provinceId }),
      ...(paths === null ? {} : { unit: { OR: within } }),
    },
  };
}

export const oldestFirst = [{ at: 'asc' as const }, { id: 'asc' as const }];

/** A page of what waits, the oldest first, with the honest total. Two queries. */
export async function findQueue({
  by,
  filter = {},
  page = 1,
}: {
  by: Actor;
  filter?: QueueFilter;
  page?: number;
}): Promise<Queue> {
  const where = waitingFor(by, filter);
  const total = await db.submission.count({ where });
  const pages = Math.max(1, Math.ceil(total / queuePageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await db.submission.findMany({
    where,
    orderBy: oldestFirst,
    skip: (shown - 1) * queuePageSize,
    take: queuePageSize,
    relationLoadStrategy: 'join',
    select: {
      id: true,
      at: true,
      version: {
        select: {
          title: true,
          abstract: true,
          number: true,
          field: { select: { nameVi: true, nameEn: true } },
          unit: { select: { name: true } },
          province: { select: { name: true } },
        },
      },
      idea: { select: { publishedVersionId: true, owner: { select: { fullName: true } } } },
    },
  });
  return {
    total,
    page: shown,
    pages,
    rows: rows.map(({ id, at, version, idea }) => ({
      id,
      at,
      title: version.title,
      abstract: version.abstract,
      number: version.number,
      renewed: idea.publishedVersionId !== null,
      field: version.field,
      unit: version.unit?.name ?? null,
      province: version.province?.name ?? null,
      lead: idea.owner.fullName,
    })),
  };
}

/** The next one to look at after this one; the oldest of all where there is none younger; null when nothing waits. */
export async function findNextSubmission({
  by,
  after,
  filter = {},
}: {
  by: Actor;
  after: string;
  filter?: QueueFilter;
}): Promise<string | null> {
  const where = waitingFor(by, filter);
  const here = await db.submission.findUnique({ where: { id: after }, select: { at: true } });
  const later =
    here === null
      ? null
      : await db.submission.findFirst({
          where: { AND: [where, { OR: [{ at: { gt: here.at } }, { at: here.at, id: { gt: after } }] }] },
          orderBy: oldestFirst,
          select: { id: true },
        });
  const next =
    later ??
    (await db.submission.findFirst({
      where: { AND: [where, { id: { not: after } }] },
      orderBy: oldestFirst,
      select: { id: true },
    }));
  return next?.id ?? null;
}
