import type { RoundState } from '#app/domain/contests/contest.ts';
import { type ContestRules, firstRules } from '#app/domain/contests/contest-rules.ts';
import { writeReceipt } from '#app/domain/contests/entry.ts';
import { type CriterionText, hundredPoints } from '#app/domain/contests/rubric.ts';
import { writeRubric } from '#app/domain/contests/write-rubric.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit, nextNumber, nextWord } from './builders.ts';
import { aPublishedIdea, published } from './idea-builders.ts';

const day = 86_400_000;

/** Two criteria of equal weight, 1–5 in steps of 1: totals one can work out in one's head. */
export const twoCriteria: CriterionText[] = ['Tính mới', 'Khả thi'].map((name) => ({
  name,
  description: '',
  weight: 1,
  min: 1,
  max: 5,
  step: 1,
  anchors: [],
}));

type ContestFields = {
  hostId?: number;
  slug?: string;
  state?: 'DRAFT' | 'OPEN' | 'CLOSED' | 'PUBLISHED' | 'CANCELLED';
  opensAt?: Date;
  closesAt?: Date;
  rules?: Partial<ContestRules>;
  divisions?: string[];
  rounds?: {
    state?: RoundState;
    blind?: boolean;
    reviewsPerEntry?: number;
    method?: 'RAW' | 'ADJUSTED';
    criteria?: CriterionText[];
  }[];
};

/** A contest open for entries for ten more days, with one division and one blind round of two criteria, in a province of its own. */
export async function aContest(fields: ContestFields = {}) {
  const at = now();
  const host =
    fields.hostId === undefined ? await aUnit() : await db.unit.findUniqueOrThrow({ where: { id: fields.hostId } });
  const state = fields.state ?? 'OPEN';
  const rules: ContestRules = {
    ...firstRules,
    ...fields.rules,
    entrants: { ...firstRules.entrants, from: 'anyone', ...fields.rules?.entrants },
  };
  const opensAt = fields.opensAt ?? new Date(at.getTime() - day);
  const closesAt =
    fields.closesAt ?? new Date(at.getTime() + (state === 'OPEN' || state === 'DRAFT' ? 10 * day : -60_000));
  const frozen = state === 'DRAFT' ? {} : { document: { rules }, hash: await hashOfJson({ rules }), frozenAt: opensAt };
  const contest = await db.contest.create({
    data: {
      slug: fields.slug ?? nextWord('cuoc-thi'),
      name: `Cuộc thi thử ${nextNumber()}`,
      summary: 'Một cuộc thi để thử.',
      hostId: host.id,
      state,
      opensAt,
      closesAt,
      createdAt: opensAt,
      openedAt: state === 'DRAFT' ? null : opensAt,
      rules: { create: { number: 1, body: rules, at: opensAt, ...frozen } },
      divisions: {
        create: (fields.divisions ?? ['chung']).map((slug, index) => ({
          slug,
          name: `Bảng ${slug}`,
          position: index + 1,
        })),
      },
    },
  });
  const rounds = [];
  for (const [index, round] of (fields.rounds ?? [{}]).entries()) {
    const made = await db.round.create({
      data: {
        contestId: contest.id,
        number: index + 1,
        kind: index === 0 ? 'PRELIMINARY' : 'FINAL',
        name: `Vòng ${index + 1}`,
        state: round.state ?? 'PLANNED',
        opensAt: closesAt,
        closesAt: new Date(closesAt.getTime() + (index + 1) * 14 * day),
        reviewsPerEntry: round.reviewsPerEntry ?? 2,
        method: round.method ?? 'RAW',
        blind: round.blind ?? rules.blind,
      },
    });
    await db.$transaction((tx) =>
      writeRubric(tx, { roundId: made.id, divisionId: null, criteria: round.criteria ?? twoCriteria }),
    );
    rounds.push(made);
  }
  const divisions = await db.division.findMany({ where: { contestId: contest.id }, orderBy: { position: 'asc' } });
  return { ...contest, host, rounds, divisions, round: rounds[0]!, division: divisions[0]! };
}

type Contest = { id: string; divisions?: { id: string; slug: string }[] };

/** A seat on the panel for a person, new where none is named. */
export async function aJudge(
  contest: Contest,
  fields: { personId?: string; minLoad?: number; maxLoad?: number; pools?: string[]; fieldIds?: string[] } = {},
) {
  const { personId: named, ...seat } = fields;
  const personId = named ?? (await aPerson()).id;
  const role = await aRole({ kind: 'JUDGE', personId, contestId: contest.id });
  const number = (await db.judge.count({ where: { contestId: contest.id } })) + 1;
  return db.judge.create({
    data: {
      roleGrantId: role.id,
      contestId: contest.id,
      personId,
      number,
      minLoad: seat.minLoad ?? 0,
      maxLoad: seat.maxLoad ?? 100,
      pools: seat.pools ?? [],
      fieldIds: seat.fieldIds ?? [],
    },
  });
}

/** An entry that stands, of a new idea with a lead of its own where none are named; past every rule. */
export async function anEntry(
  contest: Contest,
  fields: {
    ideaId?: string;
    leadId?: string;
    memberIds?: string[];
    unitId?: number | null;
    divisionId?: string;
    fieldId?: string | null;
    text?: Parameters<typeof aPublishedIdea>[0] extends infer F ? (F extends { text?: infer T } ? T : never) : never;
  } = {},
) {
  const idea =
    fields.ideaId === undefined
      ? await aPublishedIdea({
          ownerId: fields.leadId,
          memberIds: fields.memberIds,
          unitId: fields.unitId,
          fieldId: fields.fieldId,
          text: fields.text,
        })
      : await db.idea.findUniqueOrThrow({ where: { id: fields.ideaId } });
  const versionId = idea.publishedVersionId ?? (await published(idea)).version.id;
  const number = (await db.entry.count({ where: { contestId: contest.id } })) + 1;
  const division =
    fields.divisionId ??
    (await db.division.findFirstOrThrow({ where: { contestId: contest.id }, orderBy: { position: 'asc' } })).id;
  const members = await db.ideaMember.findMany({ where: { ideaId: idea.id, leftAt: null } });
  return db.entry.create({
    data: {
      contestId: contest.id,
      divisionId: division,
      ideaId: idea.id,
      versionId,
      number,
      receipt: writeReceipt({ year: 2026, number, bytes: crypto.getRandomValues(new Uint8Array(64)) }),
      enteredById: idea.ownerId,
      enteredAt: now(),
      members: { create: members.map(({ personId, kind }) => ({ personId: personId!, kind })) },
    },
  });
}

/** A sheet of a round; with `marks` (one a criterion, in their order) marked, with `submitted` handed in. */
export async function aSheet(
  round: { id: string },
  entry: { id: string },
  judge: { id: string },
  { marks = [], submitted = marks.length > 0 }: { marks?: number[]; submitted?: boolean } = {},
) {
  const at = now();
  const sheet = await db.scoresheet.create({
    data: {
      roundId: round.id,
      entryId: entry.id,
      judgeId: judge.id,
      assignedAt: at,
      submittedAt: submitted ? at : null,
    },
  });
  const criteria = await criteriaOf(round);
  await db.mark.createMany({
    data: marks.map((value, index) => ({
      scoresheetId: sheet.id,
      criterionId: criteria[index]!.id,
      value,
      revision: 1,
      basedOn: 0,
      clientKey: crypto.randomUUID(),
      standing: 'IN_FORCE' as const,
      receivedAt: at,
    })),
  });
  return sheet;
}

export async function criteriaOf(round: { id: string }) {
  return db.criterion.findMany({
    where: { rubric: { roundId: round.id, divisionId: null } },
    orderBy: { position: 'asc' },
  });
}

/** Chair, secretary and organiser of a contest. */
export async function theOfficersOf(contest: { id: string; hostId: number }) {
  const [chair, secretary, organiser] = [await aPerson(), await aPerson(), await aPerson()];
  await aRole({ kind: 'CHAIR', personId: chair.id, contestId: contest.id });
  await aRole({ kind: 'SECRETARY', personId: secretary.id, contestId: contest.id });
  await aRole({ kind: 'ORGANISER', personId: organiser.id, unitId: contest.hostId });
  return { chair, secretary, organiser };
}

export { hundredPoints };
