import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import { type ContestRules, firstRules } from '#app/domain/contests/contest-rules.ts';
import { writeReceipt } from '#app/domain/contests/entry.ts';
import { findCountedSheets, storeRanking } from '#app/domain/judging/rank-round.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { fold, nfc, slugOf } from '#app/domain/vietnamese.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';

/** A folder without the files, or with files of another shape; the message is one line for a person. */
export class NotCatalyst extends Error {}

type IdeaLine = {
  fund: string;
  id: number;
  challenge_id: number;
  author: string;
  title: string | null;
  problem: string | null;
  solution: string | null;
  experience: string | null;
  importance: string | null;
  success: string | null;
};
type Assessment = {
  fund: string;
  proposal_id: string;
  assessor: string;
  impact: string;
  feasibility: string;
  auditability: string;
};
type Challenge = { fund: string; challenge_id: string; title: string; budget_usd: string };

export type Loaded = {
  ideas: number;
  contests: number;
  judges: number;
  sheets: number;
  marks: number;
  /** True where everything was there before and nothing was written. */
  alreadyThere: boolean;
};

const criteria = [
  { name: 'Impact', column: 'impact', description: 'Does the proposal address the challenge?' },
  { name: 'Feasibility', column: 'feasibility', description: 'Can this team carry it out with this plan?' },
  { name: 'Auditability', column: 'auditability', description: 'Can progress and success be checked?' },
] as const;

/** When each fund took proposals, assessed them and announced the result. */
const calendars: Record<string, { opens: string; closes: string; marks: string; published: string }> = {
  f6: { opens: '2021-08-05', closes: '2021-09-02', marks: '2021-09-23', published: '2021-10-15' },
  f7: { opens: '2021-12-01', closes: '2021-12-29', marks: '2022-01-19', published: '2022-03-10' },
};

const hostSlug = 'project-catalyst';
const atOnce = 1_000;

function read(folder: string, file: string): Buffer {
  const place = path.join(folder, file);
  if (!existsSync(place)) throw new NotCatalyst(`${place} is not there`);
  return readFileSync(place);
}

function readFiles(folder: string) {
  const ideas = gunzipSync(read(folder, 'catalyst-f6-f7-ideas.ndjson.gz'))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as IdeaLine);
  const table = (bytes: Buffer) => parse(bytes, { columns: true, bom: true, skip_empty_lines: true });
  const assessments = table(gunzipSync(read(folder, 'catalyst-f6-f7-assessments.csv.gz'))) as Assessment[];
  const challenges = table(read(folder, 'catalyst-challenges.csv')) as Challenge[];
  return { ideas, assessments, challenges };
}

/** The text as it may be kept: composed, without control characters, blanks at the ends gone. Long bodies stay whole. */
function clean(text: string | null): string {
  return nfc(text ?? '')
    .replaceAll(/\r\n?/g, '\n')
    .trim();
}

/** At most `longest` characters, cut between words where there is one to cut at. */
function shortened(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}

const dayAt = (day: string, hours = 0) => new Date(new Date(`${day}T12:00:00Z`).getTime() + hours * 3_600_000);

async function inBatches<Row>(rows: readonly Row[], write: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce) await write(rows.slice(start, start + atOnce));
}

/**
 * Lays Project Catalyst's funds 6 and 7 into the database, all of it or nothing: ideas with their versions, authors and assessors
 * as people nobody can sign in as, each challenge as a contest that is over, each assessment as a scoresheet of three criteria,
 * and each contest's ranking. An assessor who marked a proposal again gets a second reading of it. Written straight into the
 * tables, without events: build the index anew afterwards.
 * Throws NotCatalyst where the files are missing.
 */
export async function loadCatalyst({
  folder,
  tell = () => {},
}: {
  folder: string;
  tell?: (line: string) => void;
}): Promise<Loaded> {
  const files = readFiles(folder);
  const before = await db.unit.findUnique({ where: { slug: hostSlug }, select: { id: true } });
  if (before === null) await db.$transaction((tx) => lay(tx, files, tell), { timeout: 900_000, maxWait: 60_000 });
  const host = await db.unit.findUniqueOrThrow({ where: { slug: hostSlug }, select: { id: true } });
  await rankWhatIsNot(host.id, tell);
  return { ...(await count(host.id)), alreadyThere: before !== null };
}

/** Each contest is ranked by itself: what an interruption left unranked is done at the next call. */
async function rankWhatIsNot(hostId: number, tell: (line: string) => void): Promise<void> {
  const rounds = await db.round.findMany({
    where: { contest: { hostId }, ranking: { none: {} }, scoresheets: { some: {} } },
    select: { id: true, number: true, contestId: true },
  });
  for (const [index, round] of rounds.entries()) {
    const counted = await findCountedSheets(db, { contestId: round.contestId, round, settled: true });
    await db.$transaction((tx) => storeRanking(tx, { round: { ...round, method: 'ADJUSTED' }, ...counted }), {
      timeout: 120_000,
    });
    if ((index + 1) % 10 === 0 || index + 1 === rounds.length) tell(`ranked ${index + 1} of ${rounds.length}`);
  }
}

async function count(hostId: number): Promise<Omit<Loaded, 'alreadyThere'>> {
  const contest = { hostId };
  const [ideas, contests, judges, sheets, marks] = await Promise.all([
    db.idea.count({ where: { unitId: hostId } }),
    db.contest.count({ where: contest }),
    db.judge.findMany({ where: { contest }, distinct: ['personId'], select: { personId: true } }),
    db.scoresheet.count({ where: { round: { contest } } }),
    db.mark.count({ where: { scoresheet: { round: { contest } } } }),
  ]);
  return { ideas, contests, judges: judges.length, sheets, marks };
}

type Files = ReturnType<typeof readFiles>;

async function lay(tx: Tx, { ideas, assessments, challenges }: Files, tell: (line: string) => void): Promise<void> {
  const host = await tx.unit.create({
    data: {
      slug: hostSlug,
      name: 'Project Catalyst',
      folded: 'project catalyst',
      kind: 'AGENCY',
      path: `/${randomUUID()}/`,
    },
    select: { id: true },
  });
  await tx.unit.update({ where: { id: host.id }, data: { path: `/${host.id}/` } });

  const people = new Map<string, string>();
  for (const { author } of ideas) people.set(author, people.get(author) ?? randomUUID());
  for (const { assessor } of assessments) people.set(assessor, people.get(assessor) ?? randomUUID());
  await inBatches([...people], (batch) =>
    tx.person.createMany({
      data: batch.map(([fullName, id]) => ({
        id,
        fullName,
        passwordHash: 'none',
        birthDate: new Date('1990-01-01'),
        language: 'en' as const,
        createdAt: dayAt('2021-08-01'),
      })),
    }),
  );
  tell(`${people.size} people`);

  const laidIdeas = await layIdeas(tx, { ideas, people, hostId: host.id });
  tell(`${laidIdeas.size} ideas`);

  const byProposal = new Map<string, Assessment[]>();
  for (const assessment of assessments) {
    const list = byProposal.get(assessment.proposal_id);
    if (list) list.push(assessment);
    else byProposal.set(assessment.proposal_id, [assessment]);
  }
  let contests = 0;
  for (const challenge of challenges) {
    const own = ideas.filter(
      (idea) => idea.fund === challenge.fund && String(idea.challenge_id) === challenge.challenge_id,
    );
    if (own.length === 0) continue;
    await layContest(tx, { challenge, own, laidIdeas, byProposal, people, hostId: host.id });
    contests += 1;
    if (contests % 10 === 0) tell(`${contests} contests`);
  }
  tell(`${contests} contests`);
}

type LaidIdea = { id: string; versionId: string; ownerId: string };

async function layIdeas(
  tx: Tx,
  { ideas, people, hostId }: { ideas: readonly IdeaLine[]; people: ReadonlyMap<string, string>; hostId: number },
): Promise<Map<number, LaidIdea>> {
  const laid = new Map<number, LaidIdea>();
  const rows = ideas.map((line) => {
    const calendar = calendars[line.fund]!;
    const title = shortened(clean(line.title), 300) || `Proposal ${line.id}`;
    const one = { id: randomUUID(), versionId: randomUUID(), ownerId: people.get(line.author)! };
    laid.set(line.id, one);
    const text = {
      title,
      abstract: shortened(clean(line.solution), 500),
      problem: clean(line.problem),
      solution: clean(line.solution),
      novelty: '',
      method: clean(line.experience),
      beneficiaries: clean(line.importance),
      progress: clean(line.success),
      needs: '',
    };
    // Titles repeat; the proposal's own number keeps addresses apart.
    const slug = `${slugOf(title, 60) || 'proposal'}-${line.id}`;
    return { line, one, text, slug, at: dayAt(calendar.opens), publishedAt: dayAt(calendar.closes) };
  });
  await inBatches(rows, (batch) =>
    tx.idea.createMany({
      data: batch.map(({ one, slug, at, publishedAt }) => ({
        id: one.id,
        slug,
        ownerId: one.ownerId,
        unitId: hostId,
        state: 'PUBLISHED' as const,
        createdAt: at,
        submittedAt: at,
        publishedAt,
      })),
    }),
  );
  await inBatches(rows, (batch) =>
    tx.ideaVersion.createMany({
      data: batch.map(({ one, text, at }) => ({
        ...text,
        id: one.versionId,
        ideaId: one.id,
        number: 1,
        unitId: hostId,
        foldedTitle: fold(text.title),
        createdById: one.ownerId,
        createdAt: at,
      })),
    }),
  );
  await tx.$executeRaw`
    update "Idea" i set "publishedVersionId" = v.id from "IdeaVersion" v
    where v."ideaId" = i.id and i."unitId" = ${hostId} and i."publishedVersionId" is null`;
  await inBatches(rows, (batch) =>
    tx.ideaMember.createMany({
      data: batch.map(({ one, at }) => ({
        ideaId: one.id,
        kind: 'LEAD' as const,
        personId: one.ownerId,
        invitedAt: at,
        confirmedAt: at,
      })),
    }),
  );
  return laid;
}

function rulesOf({ budget_usd }: Challenge): ContestRules {
  return {
    ...firstRules,
    entrants: { ...firstRules.entrants, from: 'anyone', minAge: null, maxAge: null },
    entries: { ...firstRules.entries, perLead: null },
    blind: false,
    conflicts: { sameUnit: false },
    prizes: `Budget: ${Number(budget_usd).toLocaleString('en-GB')} USD`,
  };
}

async function layContest(
  tx: Tx,
  {
    challenge,
    own,
    laidIdeas,
    byProposal,
    people,
    hostId,
  }: {
    challenge: Challenge;
    own: readonly IdeaLine[];
    laidIdeas: ReadonlyMap<number, LaidIdea>;
    byProposal: ReadonlyMap<string, Assessment[]>;
    people: ReadonlyMap<string, string>;
    hostId: number;
  },
): Promise<void> {
  const calendar = calendars[challenge.fund]!;
  const [opensAt, closesAt, marksDue, publishedAt] = [
    dayAt(calendar.opens),
    dayAt(calendar.closes),
    dayAt(calendar.marks),
    dayAt(calendar.published),
  ];
  const title = clean(challenge.title);
  const contest = await tx.contest.create({
    data: {
      slug: `${slugOf(title, 60)}-${challenge.challenge_id}`,
      name: title,
      summary: '',
      hostId,
      state: 'PUBLISHED',
      opensAt,
      closesAt,
      createdAt: opensAt,
      openedAt: opensAt,
      publishedAt,
      rules: { create: { number: 1, body: rulesOf(challenge), at: opensAt } },
      divisions: { create: { slug: 'chung', name: title, position: 1 } },
    },
    select: { id: true, divisions: { select: { id: true } } },
  });
  const round = await tx.round.create({
    data: {
      contestId: contest.id,
      number: 1,
      kind: 'PRELIMINARY',
      name: 'Community review',
      state: 'PUBLISHED',
      opensAt: closesAt,
      closesAt: marksDue,
      reviewsPerEntry: 3,
      method: 'ADJUSTED',
      blind: false,
      rubrics: {
        create: {
          criteria: {
            create: criteria.map(({ name, description }, index) => ({
              name,
              description,
              position: index + 1,
              weight: 1,
              min: 1,
              max: 5,
              step: 1,
            })),
          },
        },
      },
    },
    select: {
      id: true,
      rubrics: { select: { criteria: { orderBy: { position: 'asc' }, select: { id: true } } } },
    },
  });
  const criterionIds = round.rubrics[0]!.criteria.map(({ id }) => id);

  const document = await composeDocument(tx, contest.id);
  await tx.contestRules.updateMany({
    where: { contestId: contest.id },
    data: { document, hash: await hashOfJson(document), frozenAt: opensAt },
  });

  const assessors = [
    ...new Set(own.flatMap(({ id }) => (byProposal.get(String(id)) ?? []).map(({ assessor }) => assessor))),
  ].sort();
  const seats = new Map(
    assessors.map((assessor, index) => [
      assessor,
      { id: randomUUID(), roleId: randomUUID(), personId: people.get(assessor)!, number: index + 1 },
    ]),
  );
  await inBatches([...seats.values()], async (batch) => {
    await tx.roleGrant.createMany({
      data: batch.map(({ roleId, personId }) => ({
        id: roleId,
        kind: 'JUDGE' as const,
        personId,
        contestId: contest.id,
        grantedAt: opensAt,
        endedAt: publishedAt,
      })),
    });
    await tx.judge.createMany({
      data: batch.map(({ id, roleId, personId, number }) => ({
        id,
        roleGrantId: roleId,
        contestId: contest.id,
        personId,
        number,
        maxLoad: 1_000,
        fieldIds: [],
      })),
    });
  });

  const entries = own.map((line, index) => ({
    line,
    id: randomUUID(),
    number: index + 1,
    idea: laidIdeas.get(line.id)!,
  }));
  await inBatches(entries, async (batch) => {
    await tx.entry.createMany({
      data: batch.map(({ id, number, idea }) => ({
        id,
        contestId: contest.id,
        divisionId: contest.divisions[0]!.id,
        ideaId: idea.id,
        versionId: idea.versionId,
        number,
        receipt: writeReceipt({ year: closesAt.getUTCFullYear(), number, bytes: randomBytes(64) }),
        enteredById: idea.ownerId,
        enteredAt: opensAt,
      })),
    });
    await tx.entryMember.createMany({
      data: batch.map(({ id, idea }) => ({ entryId: id, personId: idea.ownerId, kind: 'LEAD' as const })),
    });
  });

  const sheets = entries.flatMap((entry) => {
    const readings = new Map<string, number>();
    return (byProposal.get(String(entry.line.id)) ?? []).map((assessment) => {
      const reading = (readings.get(assessment.assessor) ?? 0) + 1;
      readings.set(assessment.assessor, reading);
      return { id: randomUUID(), entryId: entry.id, judgeId: seats.get(assessment.assessor)!.id, reading, assessment };
    });
  });
  await inBatches(sheets, (batch) => {
    const rows = JSON.stringify(batch.map(({ assessment: _, ...sheet }) => sheet));
    return tx.$executeRaw`
      insert into "Scoresheet" (id, "roundId", "entryId", "judgeId", reading, "assignedAt", "submittedAt")
      select id, ${round.id}::uuid, "entryId", "judgeId", reading, ${closesAt}, ${marksDue}
      from jsonb_to_recordset(${rows}::jsonb) as g (id uuid, "entryId" uuid, "judgeId" uuid, reading int)`;
  });
  const marks = sheets.flatMap(({ id, assessment }) =>
    criteria.map(({ column }, index) => ({
      id: randomUUID(),
      scoresheetId: id,
      criterionId: criterionIds[index]!,
      value: Number(assessment[column]),
      clientKey: randomUUID(),
    })),
  );
  const strange = marks.find(({ value }) => !Number.isInteger(value) || value < 1 || value > 5);
  if (strange !== undefined)
    throw new NotCatalyst(`an assessment gives ${strange.value}, which is no mark from 1 to 5`);
  await inBatches(
    marks,
    (batch) => tx.$executeRaw`
      insert into "Mark" (id, "scoresheetId", "criterionId", value, revision, "basedOn", "clientKey", standing, "receivedAt")
      select id, "scoresheetId", "criterionId", value, 1, 0, "clientKey", 'IN_FORCE', ${marksDue}
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        as g (id uuid, "scoresheetId" uuid, "criterionId" uuid, value float8, "clientKey" uuid)`,
  );
}
