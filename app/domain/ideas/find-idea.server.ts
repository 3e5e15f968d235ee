import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { nextMidnight } from '#app/platform/kept-times.ts';
import { sharedRead } from '#app/platform/shared-reads.server.ts';
import { isBlind } from './blind-ideas.server.ts';
import { isBeingJudged } from './endorsement.ts';
import { type FieldRow, fieldColumns } from './find-fields.server.ts';
import type { IdeaStage, IdeaState, LookingFor } from './idea.ts';
import {
  isLead,
  isModeratorOf,
  isOnTeam,
  mayChangeStage,
  mayEdit,
  mayEndorse,
  mayInvite,
  mayRecall,
  maySeeInside,
  maySubmit,
  mayWithdraw,
} from './idea-access.ts';
import { changedParts, type IdeaText, sectionColumns, sections, textColumns } from './idea-text.ts';
import { findStanding, ideaIdAt, type StandingIdea } from './lock-idea.server.ts';
import { type PublicTeam, placeColumns, publicTeam, publicTeamColumns } from './public-team.server.ts';

/** A moment in the life of an idea that everybody may know of. */
export type LifeMoment =
  | { kind: 'published'; at: Date }
  | { kind: 'renewed'; at: Date; number: number }
  | { kind: 'stage'; at: Date; stage: IdeaStage }
  | { kind: 'entered'; at: Date; contest: { slug: string; name: string } };

export type ShownFile = { id: string; number: number; mediaType: string; bytes: number; name: string | null };

/** What team and staff see beside the public page. */
export type InsideView = {
  state: IdeaState;
  onTeam: boolean;
  lead: boolean;
  moderator: boolean;
  members: { id: string; name: string; lead: boolean }[];
  invited: number;
  draft: { savedAt: Date; changed: boolean } | null;
  waiting: { id: string; at: Date; number: number } | null;
  /** The last one, where none was asked for since. */
  decision: {
    kind: 'PUBLISHED' | 'RETURNED' | 'DECLINED';
    /** One of the reasons of moderation. */
    reason: string;
    note: string | null;
    at: Date;
    number: number;
  } | null;
  withdrawal: { at: Date; reason: string | null; byStaff: boolean } | null;
  may: { edit: boolean; submit: boolean; recall: boolean; withdraw: boolean; changeStage: boolean; invite: boolean };
};

export type IdeaView = {
  id: string;
  slug: string;
  /** What is shown: the published version; for team and staff the newest text while nothing is published. */
  text: IdeaText;
  source: 'published' | 'version' | 'draft';
  field: FieldRow | null;
  stage: IdeaStage;
  lookingFor: LookingFor[];
  publishedAt: Date | null;
  team: Pick<PublicTeam, 'blind' | 'names' | 'unnamed'>;
  unit: { slug: string; name: string } | null;
  province: { slug: string; name: string } | null;
  contests: { slug: string; name: string }[];
  life: LifeMoment[];
  files: ShownFile[];
  endorsing: {
    /** Null while a contest is judging it: a count would speak to the judges. */
    count: number | null;
    endorsed: boolean;
    following: boolean;
    may: boolean;
  };
  inside: InsideView | null;
};

const fileColumns = { id: true, name: true, mediaType: true, bytes: true, createdAt: true } as const;
const oldestFirst = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

/**
 * An idea as this visitor may see it: everybody its published version; team and moderators also what is not public, and
 * what they may do. Null where there is nothing for this visitor. `slug` in the answer is the present address, whatever
 * former one was asked for. What is the same for everybody is read once for all who ask; at most six queries, and one
 * for a member who comes after others.
 */
export async function findIdea({ slug, by }: { slug: string; by: Actor | null }): Promise<IdeaView | null> {
  const id = await sharedRead(`idea at ${slug}`, () => ideaIdAt(db, slug));
  if (id === null) return null;
  const standing = by === null ? null : await sharedRead(`standing of ${id}`, () => findStanding(db, id));
  const seesInside = by !== null && standing !== null && maySeeInside(by, standing);
  // Ages and places change with the day.
  const day = nextMidnight(now().getTime());
  const face = await (seesInside ? readFace(id) : sharedRead(`face of ${id} until ${day}`, () => readFace(id)));
  if (face === null || !(face.isPublic || seesInside)) return null;
  const { isPublic, publishedText, publicFiles, filesOpen, ...common } = face;
  const endorsing = {
    ...face.endorsing,
    ...(by === null ? { endorsed: false, following: false } : await findOwnInterest({ ideaId: id, by })),
    may: by !== null && standing !== null && mayEndorse(by, standing) === null,
  };
  if (!seesInside) {
    return {
      ...common,
      endorsing,
      text: publishedText!,
      source: 'published',
      files: filesOpen ? shown(publicFiles, { named: false }) : [],
      inside: null,
    };
  }
  const { inside, draftText, lastText, ...place } = await findInside(by, standing);
  if (publishedText !== null) {
    return {
      ...common,
      endorsing,
      text: publishedText,
      source: 'published',
      files: shown(publicFiles, { named: true }),
      inside,
    };
  }
  const fromDraft = draftText !== null && (lastText === null || inside.state !== 'SUBMITTED');
  return {
    ...common,
    endorsing,
    unit: place.unit,
    province: place.province,
    text: sectionsOf(fromDraft ? draftText : lastText!),
    source: fromDraft ? 'draft' : 'version',
    files: shown(place.files, { named: true }),
    inside,
  };
}

/** What does not hang on who looks. Two queries. */
async function readFace(id: string) {
  const row = await db.idea.findUnique({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      slug: true,
      state: true,
      stage: true,
      lookingFor: true,
      publishedAt: true,
      publishedVersionId: true,
      field: { select: fieldColumns },
      unit: { select: placeColumns },
      province: { select: placeColumns },
      publishedVersion: {
        select: {
          ...sectionColumns,
          number: true,
          files: { select: { file: { select: fileColumns } }, orderBy: { file: { createdAt: 'asc' } } },
        },
      },
      members: publicTeamColumns,
      _count: { select: { endorsements: { where: { withdrawnAt: null } } } },
      entries: {
        where: { withdrawal: { is: null }, contest: { state: { not: 'DRAFT' } } },
        select: { enteredAt: true, contest: { select: { slug: true, name: true, state: true } } },
        orderBy: { enteredAt: 'asc' },
      },
      stages: { select: { to: true, at: true }, orderBy: { at: 'asc' } },
      submissions: {
        where: { decision: { kind: 'PUBLISHED' } },
        select: { version: { select: { number: true } }, decision: { select: { at: true } } },
        orderBy: { at: 'asc' },
      },
    },
  });
  if (row === null) return null;
  const isPublic = row.publishedVersionId !== null && row.state !== 'WITHDRAWN';
  const team = publicTeam({
    members: row.members,
    unit: row.unit,
    province: row.province,
    blind: await isBlind(db, id),
    on: now(),
  });
  return {
    id: row.id,
    slug: row.slug,
    field: row.field,
    stage: row.stage,
    lookingFor: row.lookingFor,
    publishedAt: isPublic ? row.publishedAt : null,
    team: { blind: team.blind, names: team.names, unnamed: team.unnamed },
    unit: team.unit && { slug: team.unit.slug, name: team.unit.name },
    province: team.province && { slug: team.province.slug, name: team.province.name },
    contests: row.entries.map(({ contest: { slug, name } }) => ({ slug, name })),
    life: isPublic ? lifeOf(row) : [],
    endorsing: { count: isBeingJudged(row.entries) ? null : row._count.endorsements },
    isPublic,
    publishedText: row.publishedVersion && sectionsOf(row.publishedVersion),
    publicFiles: row.publishedVersion?.files.map((one) => one.file) ?? [],
    filesOpen: team.filesOpen,
  };
}

/** Whether somebody endorses and follows an idea. */
async function findOwnInterest({ ideaId, by }: { ideaId: string; by: Actor }) {
  const [own] = await db.$queryRaw<{ endorsed: boolean; following: boolean }[]>`
    select
      exists (select from "Endorsement" where "ideaId" = ${ideaId}::uuid and "personId" = ${by.id}::uuid and "withdrawnAt" is null) as endorsed,
      exists (select from "IdeaFollow" where "ideaId" = ${ideaId}::uuid and "personId" = ${by.id}::uuid and "endedAt" is null) as following`;
  return own!;
}

function sectionsOf(row: IdeaText): IdeaText {
  return Object.fromEntries(sections.map((section) => [section, row[section]])) as IdeaText;
}

type FileRow = { id: string; name: string; mediaType: string; bytes: number };

function shown(files: FileRow[], { named }: { named: boolean }): ShownFile[] {
  return files.map(({ id, name, mediaType, bytes }, index) => ({
    id,
    number: index + 1,
    mediaType,
    bytes,
    name: named ? name : null,
  }));
}

type LifeRow = {
  publishedAt: Date | null;
  stages: { to: IdeaStage; at: Date }[];
  entries: { enteredAt: Date; contest: { slug: string; name: string } }[];
  submissions: { version: { number: number }; decision: { at: Date } | null }[];
};

/** What was public happened after the first publication; what came before is the team's own. */
function lifeOf({ publishedAt, stages, entries, submissions }: LifeRow): LifeMoment[] {
  const moments: LifeMoment[] = [
    ...(publishedAt === null ? [] : [{ kind: 'published' as const, at: publishedAt }]),
    ...submissions
      .slice(1)
      .map((one) => ({ kind: 'renewed' as const, at: one.decision!.at, number: one.version.number })),
    ...stages.map((one) => ({ kind: 'stage' as const, at: one.at, stage: one.to })),
    ...entries.map(({ enteredAt, contest: { slug, name } }) => ({
      kind: 'entered' as const,
      at: enteredAt,
      contest: { slug, name },
    })),
  ];
  return moments.sort((one, other) => one.at.getTime() - other.at.getTime());
}

async function findInside(by: Actor, standing: StandingIdea) {
  const row = await db.idea.findUniqueOrThrow({
    where: { id: standing.id },
    relationLoadStrategy: 'join',
    select: {
      unit: { select: { slug: true, name: true } },
      province: { select: { slug: true, name: true } },
      draft: { select: { ...textColumns, savedAt: true } },
      versions: { orderBy: { number: 'desc' }, take: 1, select: { ...textColumns, number: true } },
      files: { where: { removedAt: null }, orderBy: oldestFirst, select: fileColumns },
      members: {
        where: { leftAt: null, declinedAt: null },
        orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, kind: true, confirmedAt: true, person: { select: { fullName: true } } },
      },
      submissions: {
        where: { recalledAt: null },
        orderBy: { at: 'desc' },
        take: 1,
        select: {
          id: true,
          at: true,
          version: { select: { number: true } },
          decision: { select: { kind: true, reason: true, note: true, at: true } },
        },
      },
      withdrawals: { orderBy: { at: 'desc' }, take: 1, select: { at: true, reason: true, byId: true } },
    },
  });
  const last = row.submissions[0];
  const version = row.versions[0] ?? null;
  const withdrawal = row.withdrawals[0];
  const onTeam = isOnTeam(by, standing);
  const inside: InsideView = {
    state: standing.state,
    onTeam,
    lead: isLead(by, standing),
    moderator: isModeratorOf(by, standing),
    members: row.members
      .filter((one) => one.confirmedAt !== null && one.person !== null)
      .map((one) => ({ id: one.id, name: one.person!.fullName, lead: one.kind === 'LEAD' })),
    invited: row.members.filter((one) => one.confirmedAt === null).length,
    draft:
      onTeam && row.draft !== null
        ? { savedAt: row.draft.savedAt, changed: version === null || changedParts(row.draft, version).length > 0 }
        : null,
    waiting:
      last !== undefined && last.decision === null && standing.state === 'SUBMITTED'
        ? { id: last.id, at: last.at, number: last.version.number }
        : null,
    decision: last?.decision ? { ...last.decision, number: last.version.number } : null,
    withdrawal:
      withdrawal === undefined
        ? null
        : {
            at: withdrawal.at,
            reason: withdrawal.reason,
            byStaff: !standing.team.some((one) => one.personId === withdrawal.byId),
          },
    may: {
      edit: mayEdit(by, standing) === null,
      submit: maySubmit(by, standing) === null,
      recall: mayRecall(by, standing) === null,
      withdraw: mayWithdraw(by, standing) === null,
      changeStage: mayChangeStage(by, standing) === null,
      invite: mayInvite(by, standing) === null,
    },
  };
  return {
    inside,
    draftText: onTeam ? row.draft : null,
    lastText: version,
    unit: row.unit,
    province: row.province,
    files: row.files,
  };
}
