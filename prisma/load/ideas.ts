import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fold, slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Chance, chanceOf } from '#prisma/chance.ts';
import { ideaText, personName } from './idea-texts.ts';

const atOnce = 2_000;
const ideasOfAPerson = 4;
const leadsFile = '../shared/data/vietnamese-news-leads.ndjson.gz';

/** A UUID of version 7 for a moment, with chance instead of the system's randomness. */
function uuidAt(at: number, chance: Chance): string {
  const random = Array.from({ length: 5 }, () => chance.below(65_536).toString(16).padStart(4, '0'));
  const time = at.toString(16).padStart(12, '0');
  const variant = (8 + chance.below(4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random[0]!.slice(1)}-${variant}${random[1]!.slice(1)}-${random.slice(2).join('')}`;
}

/** Short sentences of running Vietnamese, where the file is at hand; they stay in this database. */
function readLeads(): string[] {
  if (!existsSync(leadsFile)) return [];
  return gunzipSync(readFileSync(leadsFile))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { lead: string }).lead.normalize('NFC').slice(0, 400));
}

/**
 * Writes published ideas straight into the tables, without events: build the index anew afterwards. The same count and seed give the same
 * ideas, and what is there already is left alone.
 */
export async function loadIdeas({
  count,
  seed = 1,
  tell = () => {},
}: {
  count: number;
  seed?: number;
  tell?: (progress: { done: number; total: number; seconds: number }) => void;
}): Promise<void> {
  const began = performance.now();
  const chance = chanceOf(seed);
  const leads = readLeads();
  const fields = new Set((await db.field.findMany({ select: { id: true } })).map(({ id }) => id));
  const units = await db.unit.findMany({
    where: { endsOn: null, provinceId: { not: null } },
    select: { id: true, provinceId: true },
    orderBy: { id: 'asc' },
  });
  const moderator = await someone(chance, seed);
  const [{ isTrusted }] = await db.$queryRaw<
    [{ isTrusted: boolean }]
  >`select current_setting('is_superuser') = 'on' as "isTrusted"`;
  const today = now().getTime();
  const twoYears = 2 * 365 * 86_400_000;

  let written = Promise.resolve();
  for (let made = 0; made < count; ) {
    const size = Math.min(atOnce, count - made);
    const people: object[] = [];
    const consents: object[] = [];
    const ideas: object[] = [];
    let owner = '';
    for (let i = 0; i < size; i++) {
      const number = made + i;
      const at = today - twoYears + Math.floor(((number + chance.next()) * twoYears) / count);
      if (i % ideasOfAPerson === 0) {
        owner = uuidAt(at - 86_400_000, chance);
        people.push({
          id: owner,
          email: `nguoi-${seed}-${number}@tai.example`,
          fullName: personName(chance),
          birthDate: `${1992 + chance.below(18)}-0${1 + chance.below(9)}-1${chance.below(9)}`,
          createdAt: new Date(at - 86_400_000),
        });
        if (chance.next() < 0.7)
          consents.push({ id: uuidAt(at, chance), personId: owner, givenAt: new Date(at - 86_000_000) });
      }
      const text = ideaText(chance, leads);
      const unit = units.length > 0 && chance.next() < 0.95 ? chance.pick(units) : null;
      ideas.push({
        ...text,
        fieldId: fields.has(text.fieldId) ? text.fieldId : null,
        id: uuidAt(at, chance),
        versionId: uuidAt(at, chance),
        memberId: uuidAt(at, chance),
        submissionId: uuidAt(at, chance),
        decisionId: uuidAt(at, chance),
        slug: `${slugOf(text.title, 70)}-${seed.toString(36)}${number.toString(36)}`,
        foldedTitle: fold(text.title),
        ownerId: owner,
        unitId: unit?.id ?? null,
        provinceId: unit?.provinceId ?? null,
        stage: chance.pick([
          'IDEA',
          'IDEA',
          'IDEA',
          'IDEA',
          'RESEARCH',
          'RESEARCH',
          'DEVELOPMENT',
          'COMMERCIAL',
          'APPLIED',
        ]),
        lookingFor: ['MENTOR', 'SPONSOR', 'MEMBER'].filter(() => chance.next() < 0.25),
        at: new Date(at),
      });
    }
    made += size;
    const done = made;
    // While one part is written the next is made.
    await written;
    written = write({ people, consents, ideas, moderator }, isTrusted).then(() =>
      tell({ done, total: count, seconds: (performance.now() - began) / 1000 }),
    );
    written.catch(() => {});
  }
  await written;
}

/** Who decided on everything that is loaded. */
async function someone(chance: Chance, seed: number): Promise<string> {
  const email = `nguoi-duyet-${seed}@tai.example`;
  const { id } = await db.person.upsert({
    where: { email },
    update: {},
    create: {
      email,
      passwordHash: 'none',
      fullName: personName(chance),
      birthDate: new Date('1990-01-01'),
      createdAt: now(),
    },
  });
  return id;
}

type Batch = { people: object[]; consents: object[]; ideas: object[]; moderator: string };

async function write({ people, consents, ideas, moderator }: Batch, isTrusted: boolean): Promise<void> {
  await db.$transaction(
    async (tx) => {
      // What refers to what was made here together: looking it up again for each row takes as long as writing it.
      if (isTrusted) await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`
        insert into "Person" (id, email, "emailVerifiedAt", "passwordHash", "fullName", "birthDate", "createdAt")
        select id, email, "createdAt", 'none', "fullName", "birthDate", "createdAt"
        from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
          as g (id uuid, email text, "fullName" text, "birthDate" date, "createdAt" timestamptz)
        on conflict do nothing`;
      await tx.$executeRaw`
        insert into "Consent" (id, "personId", purpose, giver, "givenAt")
        select id, "personId", 'PUBLISH_NAME', 'SELF', "givenAt"
        from jsonb_to_recordset(${JSON.stringify(consents)}::jsonb) as g (id uuid, "personId" uuid, "givenAt" timestamptz)
        on conflict do nothing`;
      await tx.$executeRaw`
        with loaded as materialized (
          select * from jsonb_to_recordset(${JSON.stringify(ideas)}::jsonb) as g (
            id uuid, "versionId" uuid, "memberId" uuid, "submissionId" uuid, "decisionId" uuid, slug text, "ownerId" uuid,
            "fieldId" text, "unitId" int, "provinceId" int, stage "IdeaStage", "lookingFor" "LookingFor"[], at timestamptz,
            title text, abstract text, problem text, solution text, novelty text, method text, beneficiaries text,
            progress text, needs text, "foldedTitle" text)
          where not exists (select 1 from "Idea" i where i.id = g.id)
        ), ideas as (
          insert into "Idea" (id, slug, "ownerId", "fieldId", "unitId", "provinceId", stage, "lookingFor", state, "createdAt", "submittedAt",
            "publishedAt", "publishedVersionId")
          select id, slug, "ownerId", "fieldId", "unitId", "provinceId", stage, "lookingFor", 'PUBLISHED', at, at, at, "versionId" from loaded
        ), versions as (
          insert into "IdeaVersion" (id, "ideaId", number, title, abstract, problem, solution, novelty, method, beneficiaries, progress, needs,
            "fieldId", "unitId", "provinceId", "lookingFor", "foldedTitle", "createdById", "createdAt")
          select "versionId", id, 1, title, abstract, problem, solution, novelty, method, beneficiaries, progress, needs,
            "fieldId", "unitId", "provinceId", "lookingFor", "foldedTitle", "ownerId", at from loaded
        ), members as (
          insert into "IdeaMember" (id, "ideaId", kind, "personId", "invitedById", "invitedAt", "confirmedAt")
          select "memberId", id, 'LEAD', "ownerId", "ownerId", at, at from loaded
        ), submissions as (
          insert into "Submission" (id, "ideaId", "versionId", "byId", at) select "submissionId", id, "versionId", "ownerId", at from loaded
        )
        insert into "Decision" (id, "submissionId", kind, reason, "byId", at)
        select "decisionId", "submissionId", 'PUBLISHED', 'FITS', ${moderator}::uuid, at from loaded`;
    },
    { timeout: 120_000 },
  );
}
