import type { Actor } from '#app/domain/people/actor.ts';
import { type ConsentRow, hasConsent, needsGuardian } from '#app/domain/people/consent.ts';
import { publicFace } from '#app/domain/people/publication.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type DraftView, findDraft } from './find-draft.server.ts';
import { isLead } from './idea-access.ts';
import { findStanding } from './lock-idea.server.ts';
import { placeColumns, publicTeam, publicTeamColumns } from './public-team.server.ts';

/** Why an author's name will not be shown; null where it will. */
export type Unnamed = 'no-consent' | 'no-guardian' | null;

export type PreviewView = DraftView & {
  lead: boolean;
  trusted: boolean;
  /** What the public would see of the team and the place if it were published at this moment. */
  audience: { names: string[]; unnamed: number; unit: string | null; province: string | null; filesOpen: boolean };
  authors: { name: string; me: boolean; unnamed: Unnamed }[];
};

/** The draft as its audiences would see it. For the team; throws as findDraft does. */
export async function findPreview({ by, slug }: { by: Actor; slug: string }): Promise<PreviewView> {
  const draft = await findDraft({ by, slug, evenIfClosed: true });
  const standing = (await findStanding(db, draft.id))!;
  const on = now();
  const row = await db.idea.findUniqueOrThrow({
    where: { id: draft.id },
    relationLoadStrategy: 'join',
    select: {
      draft: { select: { unit: { select: { ...placeColumns, province: { select: placeColumns } } } } },
      members: { ...publicTeamColumns, select: { ...publicTeamColumns.select, personId: true } },
    },
  });
  const { province = null, ...unit } = row.draft?.unit ?? { province: null };
  const place = 'id' in unit ? unit : null;
  const team = publicTeam({ members: row.members, unit: place, province, blind: false, on });
  return {
    ...draft,
    lead: isLead(by, standing),
    trusted: by.trusted,
    audience: {
      names: team.names,
      unnamed: team.unnamed,
      unit: team.unit?.name ?? null,
      province: team.province?.name ?? null,
      filesOpen: team.filesOpen,
    },
    authors: row.members.flatMap(({ person, personId }) =>
      person === null ? [] : [{ name: person.fullName, me: personId === by.id, unnamed: whyUnnamed(person, on) }],
    ),
  };
}

type Author = { fullName: string; birthDate: Date; consents: ConsentRow[] };

/** The name is missing for want of the person's own consent, or of a guardian's beside it. */
export function whyUnnamed(person: Author, on: Date): Unnamed {
  const face = publicFace({ person, consents: person.consents, unit: null, province: null, on });
  if (face.name !== null) return null;
  const own = hasConsent(person.consents, { purpose: 'PUBLISH_NAME', giver: 'SELF', at: on });
  return own && needsGuardian(person, on) ? 'no-guardian' : 'no-consent';
}
