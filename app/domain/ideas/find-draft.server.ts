import type { Actor } from '#app/domain/people/actor.ts';
import { type FieldReasons, NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type FieldRow, findFields } from './find-fields.server.ts';
import { findPlacesFor, type Places } from './find-places.server.ts';
import type { IdeaStage, IdeaState } from './idea.ts';
import { isOnTeam, mayEdit, maySubmit } from './idea-access.ts';
import { missingFrom } from './idea-form.ts';
import { changedParts, emptyText, type IdeaDraftText, textColumns, textOf } from './idea-text.ts';
import { insistThat } from './insist.server.ts';
import { findStanding, ideaIdAt } from './lock-idea.server.ts';

export type KeptAside = {
  id: string;
  at: Date;
  by: string;
  mine: boolean;
  text: IdeaDraftText;
  differs: (keyof IdeaDraftText)[];
};

export type DraftView = {
  id: string;
  slug: string;
  state: IdeaState;
  stage: IdeaStage;
  published: boolean;
  text: IdeaDraftText;
  revision: number;
  savedAt: Date;
  missing: FieldReasons;
  maySubmit: boolean;
  /** What the moderator wrote, while the idea is back with the team. */
  returned: { reason: string; note: string | null; at: Date } | null;
  asides: KeptAside[];
  files: { id: string; name: string; mediaType: string; bytes: number }[];
  fields: FieldRow[];
  places: Places;
};

/**
 * The draft as the team writes it. Throws NotFound for anyone else, NotNow while the text may not be changed (unless
 * `evenIfClosed`, for reading alone). At most seven queries.
 */
export async function findDraft({
  by,
  slug,
  evenIfClosed = false,
}: {
  by: Actor;
  slug: string;
  evenIfClosed?: boolean;
}): Promise<DraftView> {
  const id = await ideaIdAt(db, slug);
  const standing = id === null ? null : await findStanding(db, id);
  if (standing === null || !isOnTeam(by, standing)) throw new NotFound();
  if (!evenIfClosed) insistThat(mayEdit(by, standing));
  const [row, fields, places] = await Promise.all([
    db.idea.findUniqueOrThrow({
      where: { id: standing.id },
      relationLoadStrategy: 'join',
      select: {
        draft: { select: { ...textColumns, revision: true, savedAt: true, unit: { select: placeOf } } },
        files: {
          where: { removedAt: null },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          select: { id: true, name: true, mediaType: true, bytes: true },
        },
        asides: {
          where: { settledAt: null },
          orderBy: { at: 'desc' },
          select: { id: true, at: true, text: true, byId: true, by: { select: { fullName: true } } },
        },
        submissions: {
          where: { recalledAt: null },
          orderBy: { at: 'desc' },
          take: 1,
          select: { decision: { select: { kind: true, reason: true, note: true, at: true } } },
        },
      },
    }),
    findFields(),
    findPlacesFor(db, { personId: by.id }),
  ]);
  const draft = row.draft!;
  const text = textOf(draft);
  const decision = row.submissions[0]?.decision ?? null;
  const known = [...places.units, ...places.provinces].some((place) => place.id === draft.unitId);
  return {
    id: standing.id,
    slug: standing.slug,
    state: standing.state,
    stage: standing.stage,
    published: standing.published,
    text,
    revision: draft.revision,
    savedAt: draft.savedAt,
    missing: missingFrom(text),
    maySubmit: maySubmit(by, standing) === null,
    returned:
      standing.state === 'RETURNED' && decision !== null
        ? { reason: decision.reason, note: decision.note, at: decision.at }
        : null,
    asides: row.asides.map((aside) => {
      const kept = textOf({ ...emptyText, ...(aside.text as Partial<IdeaDraftText>) });
      return {
        id: aside.id,
        at: aside.at,
        by: aside.by.fullName,
        mine: aside.byId === by.id,
        text: kept,
        differs: changedParts(text, kept),
      };
    }),
    files: row.files,
    fields,
    places:
      draft.unit === null || known
        ? places
        : { ...places, units: [{ ...draft.unit, confirmed: true }, ...places.units] },
  };
}

const placeOf = { id: true, name: true, kind: true, provinceId: true } as const;
