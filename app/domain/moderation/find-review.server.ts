import type { Change } from '#app/domain/ideas/difference.ts';
import { type FieldRow, fieldColumns } from '#app/domain/ideas/find-fields.server.ts';
import { type Unnamed, whyUnnamed } from '#app/domain/ideas/find-preview.server.ts';
import { changesBetween } from '#app/domain/ideas/find-versions.server.ts';
import type { IdeaStage, IdeaState, LookingFor } from '#app/domain/ideas/idea.ts';
import { type IdeaText, type Section, sectionColumns, sections } from '#app/domain/ideas/idea-text.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { holdsInUnit, isAdministrator } from '#app/domain/people/actor.ts';
import { consentColumns } from '#app/domain/people/consent.ts';
import { ageOn } from '#app/domain/people/day.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { DecisionKind, DecisionReason } from './decision.ts';
import { oldestFirst, type QueueFilter, waitingFor } from './find-queue.server.ts';
import { findSimilar } from './find-similar.server.ts';
import { mayDecide, mayReview } from './moderation-access.ts';
import { type PersonalData, personalDataIn } from './personal-data.ts';

export type ReviewView = {
  id: string;
  at: Date;
  idea: { slug: string; state: IdeaState; stage: IdeaStage; published: boolean };
  number: number;
  text: IdeaText;
  field: FieldRow | null;
  unit: string | null;
  province: string | null;
  lookingFor: LookingFor[];
  files: { id: string; name: string; mediaType: string; bytes: number }[];
  /** Since the version that was decided on last; null for the first. */
  changes: { from: number; sections: { section: Section; parts: Change[] }[] } | null;
  /** Characters in all sections. */
  length: number;
  personalData: PersonalData[];
  authors: { name: string; age: number; lead: boolean; unnamed: Unnamed }[];
  /** Titles only of what this moderator may read; of the rest, that it exists. */
  similar: { title: string | null; slug: string | null; state: string; published: boolean; likeness: number }[];
  earlier: { number: number; kind: DecisionKind; reason: DecisionReason; note: string | null; at: Date; by: string }[];
  recalls: number;
  standing: 'open' | 'own' | 'decided' | 'recalled';
  decision: { kind: DecisionKind; reason: DecisionReason; note: string | null; at: Date; by: string } | null;
  /** How many wait for this moderator, this one counted while it is open. */
  waiting: number;
};

/**
 * One submission with everything a decision needs beside it. Throws NotFound outside the moderator's units. At most six
 * queries.
 */
export async function findReview({
  by,
  submissionId,
  filter = {},
}: {
  by: Actor;
  submissionId: string;
  filter?: QueueFilter;
}): Promise<ReviewView> {
  if (!isUuid(submissionId)) throw new NotFound();
  const row = await db.submission.findUnique({
    where: { id: submissionId },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      at: true,
      recalledAt: true,
      decision: { select: decisionColumns },
      version: {
        select: {
          ...sectionColumns,
          id: true,
          number: true,
          lookingFor: true,
          field: { select: fieldColumns },
          unit: {
            select: { name: true, path: true, successors: { select: { successor: { select: { path: true } } } } },
          },
          province: { select: { name: true } },
          files: {
            select: { file: { select: { id: true, name: true, mediaType: true, bytes: true, createdAt: true } } },
            orderBy: { file: { createdAt: 'asc' } },
          },
        },
      },
      idea: {
        select: {
          id: true,
          slug: true,
          state: true,
          stage: true,
          publishedVersionId: true,
          unit: { select: { path: true } },
          members: {
            where: { confirmedAt: { not: null } },
            orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }],
            select: {
              kind: true,
              personId: true,
              leftAt: true,
              person: { select: { fullName: true, birthDate: true, consents: { select: consentColumns } } },
            },
          },
          submissions: {
            orderBy: oldestFirst,
            select: {
              id: true,
              recalledAt: true,
              version: { select: { id: true, number: true } },
              decision: { select: decisionColumns },
            },
          },
        },
      },
    },
  });
  if (row === null) throw new NotFound();
  const { idea, version } = row;
  const unitPaths = [
    ...(version.unit === null ? [] : [version.unit.path, ...version.unit.successors.map((one) => one.successor.path)]),
    ...(idea.unit === null ? [] : [idea.unit.path]),
  ];
  if (!mayReview(by, { unitPaths })) throw new NotFound();
  const on = now();
  const text = Object.fromEntries(sections.map((section) => [section, version[section]])) as IdeaText;
  const decided = idea.submissions.filter((one) => one.id !== row.id && one.decision !== null);
  const before = decided.findLast((one) => one.version.number < version.number);
  const [similar, last, waiting] = await Promise.all([
    findSimilar(db, { text, notIdeaId: idea.id }),
    before === undefined
      ? null
      : db.ideaVersion.findUnique({ where: { id: before.version.id }, select: { ...sectionColumns, number: true } }),
    db.submission.count({ where: waitingFor(by, filter) }),
  ]);
  const mine = mayDecide(by, { everOnTeam: idea.members.flatMap((one) => one.personId ?? []) }) !== null;
  return {
    id: row.id,
    at: row.at,
    idea: {
      slug: idea.slug,
      state: idea.state,
      stage: idea.stage,
      published: idea.publishedVersionId !== null,
    },
    number: version.number,
    text,
    field: version.field,
    unit: version.unit?.name ?? null,
    province: version.province?.name ?? null,
    lookingFor: version.lookingFor,
    files: version.files.map(({ file: { createdAt: _, ...file } }) => file),
    changes: last === null ? null : { from: last.number, sections: changesBetween(last, text) },
    length: sections.reduce((sum, section) => sum + text[section].length, 0),
    personalData: personalDataIn(text),
    authors: idea.members
      .filter((one) => one.leftAt === null && one.person !== null)
      .map(({ person, kind }) => ({
        name: person!.fullName,
        age: ageOn(person!.birthDate, on),
        lead: kind === 'LEAD',
        unnamed: whyUnnamed(person!, on),
      })),
    similar: similar.map((one) => {
      const readable = one.published || mayRead(by, one);
      return {
        title: readable ? one.title : null,
        slug: readable ? one.slug : null,
        state: one.state,
        published: one.published,
        likeness: one.likeness,
      };
    }),
    earlier: decided.map(({ version: { number }, decision }) => ({ number, ...told(decision!) })),
    recalls: idea.submissions.filter((one) => one.recalledAt !== null && one.id !== row.id).length,
    standing: mine ? 'own' : row.decision !== null ? 'decided' : row.recalledAt !== null ? 'recalled' : 'open',
    decision: row.decision === null ? null : told(row.decision),
    waiting,
  };
}

const decisionColumns = { kind: true, reason: true, note: true, at: true, by: { select: { fullName: true } } } as const;

type DecisionRow = {
  kind: DecisionKind;
  reason: DecisionReason;
  note: string | null;
  at: Date;
  by: { fullName: string };
};

function told({ by, ...decision }: DecisionRow) {
  return { ...decision, by: by.fullName };
}

function mayRead(by: Actor, idea: { unitPath: string | null; state: string }): boolean {
  if (idea.state === 'DRAFT') return false;
  return isAdministrator(by) || (idea.unitPath !== null && holdsInUnit(by, ['MODERATOR'], idea.unitPath));
}
