import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type { IdeaStage } from './idea.ts';
import { type IdeaStanding, maySeeInside } from './idea-access.ts';
import { leadFirst } from './public-team.server.ts';

/** An idea as every verb needs it first: which one, where it stands, and who is on it. */
export type StandingIdea = IdeaStanding & {
  id: string;
  slug: string;
  stage: IdeaStage;
  unitId: number | null;
  provinceId: number | null;
  publishedVersionId: string | null;
  publishedAt: Date | null;
  submittedAt: Date | null;
};

type Reader = Tx | typeof db;

/** The id behind a present or former address; null where there was never one. */
export async function ideaIdAt(reader: Reader, slug: string): Promise<string | null> {
  const [found] = await reader.$queryRaw<{ id: string }[]>`
    select id from "Idea" where slug = ${slug}
    union all
    select "ideaId" from "FormerIdeaSlug" where slug = ${slug}
    limit 1`;
  return found?.id ?? null;
}

const pathColumns = { path: true, successors: { select: { successor: { select: { path: true } } } } } as const;

const standingColumns = {
  id: true,
  slug: true,
  state: true,
  stage: true,
  unitId: true,
  provinceId: true,
  publishedVersionId: true,
  publishedAt: true,
  submittedAt: true,
  unit: { select: pathColumns },
  members: {
    where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
    select: { personId: true, kind: true },
    orderBy: leadFirst,
  },
  submissions: {
    where: { recalledAt: null, decision: { is: null } },
    select: { version: { select: { unit: { select: pathColumns } } } },
  },
} as const;

type UnitPaths = { path: string; successors: { successor: { path: string } }[] } | null;

/** A unit's staff, and those of the units it became part of. */
function pathsOf(unit: UnitPaths): string[] {
  return unit === null ? [] : [unit.path, ...unit.successors.map((one) => one.successor.path)];
}

/** Where an idea stands, read in one query. Null where there is none. */
export async function findStanding(reader: Reader, ideaId: string): Promise<StandingIdea | null> {
  const row = await reader.idea.findUnique({
    where: { id: ideaId },
    relationLoadStrategy: 'join',
    select: standingColumns,
  });
  if (row === null) return null;
  const { unit, members, submissions, ...idea } = row;
  const paths = [...pathsOf(unit), ...submissions.flatMap((one) => pathsOf(one.version.unit))];
  return {
    ...idea,
    published: idea.publishedVersionId !== null,
    submitted: idea.submittedAt !== null,
    team: members.map((one) => ({ personId: one.personId!, lead: one.kind === 'LEAD' })),
    unitPaths: [...new Set(paths)],
  };
}

/**
 * The idea at an address, locked until the transaction ends. Throws NotFound where there is none, or none that `by` may
 * know of.
 */
export async function lockIdea(tx: Tx, { slug, by }: { slug: string; by: Actor }): Promise<StandingIdea> {
  const id = await ideaIdAt(tx, slug);
  if (id === null) throw new NotFound();
  await tx.$queryRaw`select 1 from "Idea" where id = ${id}::uuid for update`;
  const idea = await findStanding(tx, id);
  if (idea === null || !(idea.published || maySeeInside(by, idea))) throw new NotFound();
  return idea;
}
