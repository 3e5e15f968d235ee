import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { IdeaState } from './idea.ts';

export type MyIdea = {
  slug: string;
  title: string;
  state: IdeaState;
  published: boolean;
  lead: boolean;
  changedAt: Date;
};

/** Ideas this person is on, and invitations that wait for their answer; what changed last comes first. Three queries. */
export async function findMyIdeas({
  by,
}: {
  by: Actor;
}): Promise<{ ideas: MyIdea[]; invitations: { id: string; title: string; at: Date }[] }> {
  const me = await db.person.findUniqueOrThrow({
    where: { id: by.id },
    select: { email: true, emailVerifiedAt: true },
  });
  const address = me.emailVerifiedAt === null ? null : me.email;
  const [mine, asked] = await Promise.all([
    db.ideaMember.findMany({
      where: { personId: by.id, confirmedAt: { not: null }, leftAt: null },
      orderBy: { idea: { draft: { savedAt: 'desc' } } },
      relationLoadStrategy: 'join',
      select: {
        kind: true,
        idea: {
          select: {
            slug: true,
            state: true,
            publishedVersionId: true,
            createdAt: true,
            draft: { select: { title: true, savedAt: true } },
          },
        },
      },
    }),
    db.ideaMember.findMany({
      where: {
        confirmedAt: null,
        declinedAt: null,
        leftAt: null,
        idea: { state: { not: 'WITHDRAWN' } },
        OR: [{ personId: by.id }, ...(address === null ? [] : [{ personId: null, invitedMail: address }])],
      },
      orderBy: { invitedAt: 'desc' },
      relationLoadStrategy: 'join',
      select: { id: true, invitedAt: true, idea: { select: { draft: { select: { title: true } } } } },
    }),
  ]);
  return {
    ideas: mine.map(({ kind, idea }) => ({
      slug: idea.slug,
      title: idea.draft?.title ?? '',
      state: idea.state,
      published: idea.publishedVersionId !== null,
      lead: kind === 'LEAD',
      changedAt: idea.draft?.savedAt ?? idea.createdAt,
    })),
    invitations: asked.map((one) => ({ id: one.id, title: one.idea.draft?.title ?? '', at: one.invitedAt })),
  };
}
