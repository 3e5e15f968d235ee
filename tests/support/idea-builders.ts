import { emptyText, type IdeaDraftText } from '#app/domain/ideas/idea-text.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { fold } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit, nextNumber, nextWord } from './builders.ts';

/** The person as the doors see them now. */
export async function actorOf(person: { id: string }): Promise<Actor> {
  const actor = await findActor({ personId: person.id });
  if (actor === null) throw new Error('no such person');
  return actor;
}

export async function aField(id = nextWord('linh-vuc')) {
  return db.field.upsert({
    where: { id },
    update: {},
    create: { id, nameVi: `Lĩnh vực ${id}`, nameEn: `Field ${id}`, position: nextNumber() },
  });
}

const paragraph =
  'Vào mùa khô nước giếng trong xóm nhiễm phèn nặng, bà con phải mua từng bình nước để nấu ăn và tắm giặt hằng ngày.';

/** A text that may be put forward as it stands; its words are its own. */
export function aText(fields: Partial<IdeaDraftText> = {}): IdeaDraftText {
  const number = nextNumber();
  return {
    ...emptyText,
    title: `Máy lọc nước phèn số ${number} cho xóm ven kênh`,
    abstract: `Bộ lọc ${number} làm từ than gáo dừa và cát, ai cũng lắp được trong một buổi sáng.`,
    problem: `${paragraph} Xóm thứ ${number}.`,
    solution: `Bộ lọc ba ngăn đặt trên cao, nước tự chảy, thay vật liệu sau ba tháng, chi phí dưới hai trăm nghìn đồng. Mẫu ${number}.`,
    ...fields,
  };
}

type IdeaFields = {
  ownerId?: string;
  unitId?: number | null;
  fieldId?: string | null;
  slug?: string;
  text?: Partial<IdeaDraftText>;
  stage?: 'IDEA' | 'RESEARCH' | 'DEVELOPMENT' | 'COMMERCIAL' | 'APPLIED';
  createdAt?: Date;
  /** Team mates beside the owner, confirmed. */
  memberIds?: string[];
};

/** A draft with its text whole, in a province of its own; give it a state with submitted or published. */
export async function anIdea(fields: IdeaFields = {}) {
  const at = fields.createdAt ?? now();
  const ownerId = fields.ownerId ?? (await aPerson()).id;
  const unit =
    fields.unitId === undefined
      ? await aUnit()
      : fields.unitId === null
        ? null
        : await db.unit.findUniqueOrThrow({ where: { id: fields.unitId } });
  const fieldId = fields.fieldId === undefined ? (await aField('moi-truong')).id : fields.fieldId;
  const text = aText({ fieldId, unitId: unit?.id ?? null, ...fields.text });
  const people = [ownerId, ...(fields.memberIds ?? [])];
  return db.idea.create({
    data: {
      slug: fields.slug ?? nextWord('nhap'),
      ownerId,
      fieldId: text.fieldId,
      unitId: text.unitId,
      provinceId: unit?.provinceId ?? null,
      lookingFor: text.lookingFor,
      stage: fields.stage ?? 'IDEA',
      createdAt: at,
      draft: { create: { ...text, savedAt: at } },
      members: {
        create: people.map((personId, index) => ({
          kind: index === 0 ? ('LEAD' as const) : ('MEMBER' as const),
          personId,
          invitedById: ownerId,
          invitedAt: at,
          confirmedAt: new Date(at.getTime() + index),
        })),
      },
    },
  });
}

/** Freezes the present draft as a version that waits to be looked at. */
export async function submitted(idea: { id: string }, at = now()) {
  const row = await db.idea.findUniqueOrThrow({ where: { id: idea.id }, include: { draft: true, versions: true } });
  const { ideaId: _, revision: __, savedAt: ___, ...text } = row.draft!;
  const version = await db.ideaVersion.create({
    data: {
      ...text,
      ideaId: row.id,
      number: row.versions.length + 1,
      provinceId: row.provinceId,
      foldedTitle: fold(text.title),
      createdById: row.ownerId,
      createdAt: at,
      submission: { create: { ideaId: row.id, byId: row.ownerId, at } },
    },
    include: { submission: true },
  });
  await db.idea.update({ where: { id: row.id }, data: { state: 'SUBMITTED', submittedAt: at } });
  return { version, submission: version.submission! };
}

/** Freezes the present draft as the version that everyone may read. */
export async function published(idea: { id: string }, at = now()) {
  const { version, submission } = await submitted(idea, at);
  const decider = await aPerson();
  await db.decision.create({
    data: { submissionId: submission.id, kind: 'PUBLISHED', reason: 'FITS', byId: decider.id, at },
  });
  const row = await db.idea.update({
    where: { id: idea.id },
    data: { state: 'PUBLISHED', publishedVersionId: version.id, publishedAt: at },
  });
  return { idea: row, version, submission };
}

/** A published idea in one step. */
export async function aPublishedIdea(fields: IdeaFields & { at?: Date } = {}) {
  const { at, ...rest } = fields;
  const idea = await anIdea({ slug: nextWord('y-tuong'), createdAt: at, ...rest });
  return (await published(idea, at)).idea;
}

/** The person's own consent to be named; with `guardian` the guardian's beside it. */
export async function consentOf(person: { id: string }, { guardian = false }: { guardian?: boolean } = {}) {
  const givers = guardian ? (['SELF', 'GUARDIAN'] as const) : (['SELF'] as const);
  for (const giver of givers) {
    await db.consent.create({
      data: { personId: person.id, purpose: 'PUBLISH_NAME', giver, givenAt: new Date('2020-01-01') },
    });
  }
}
