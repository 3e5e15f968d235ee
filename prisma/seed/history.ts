import { type HistoryEvent, moveReader, placeOf } from '#app/domain/history/read-events.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';

const dayMs = 86_400_000;

/** What happened in these days is told as notices and letters, as the worker would have told it; the older is history only. */
const toldDays = 12;
/** Notices older than this have been read. */
const readDays = 4;

/**
 * What the demo world has been through, written into the history as it would have been written at the time, with the notices of
 * the last days. Comes last: it reads what the other stages have laid.
 */
export async function seedHistory(): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await writeEvents(tx);
      await tellWhatIsNew(tx);
    },
    { timeout: 60_000 },
  );
}

/** One event for each thing that has a time and a person, in the order of time. */
async function writeEvents(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    insert into "Event" ("at", "kind", "byId", "personId", "unitId", "ideaId", "contestId", "entryId", "payload")
    select "at", "kind", "byId", "personId", "unitId", "ideaId", "contestId", "entryId", "payload" from (
      select m."claimedAt" as "at", 'membership.claimed' as "kind", m."personId" as "byId", m."personId", m."unitId",
        null::uuid as "ideaId", null::uuid as "contestId", null::uuid as "entryId", jsonb_build_object('membershipId', m."id") as "payload"
      from "Membership" m
      union all
      select m."confirmedAt", 'membership.confirmed', m."confirmedById", m."personId", m."unitId", null, null, null,
        jsonb_build_object('membershipId', m."id")
      from "Membership" m where m."confirmedAt" is not null
      union all
      select m."declinedAt", 'membership.declined', m."declinedById", m."personId", m."unitId", null, null, null,
        jsonb_build_object('membershipId', m."id")
      from "Membership" m where m."declinedAt" is not null
      union all
      select r."grantedAt", case r."kind" when 'JUDGE' then 'judge.appointed' else 'role.granted' end, r."grantedById", r."personId",
        r."unitId", null, r."contestId", null, jsonb_strip_nulls(jsonb_build_object('roleId', r."id", 'role', r."kind", 'businessId', r."businessId"))
      from "RoleGrant" r
      union all
      select c."createdAt", 'class-code.made', c."createdById", null, c."unitId", null, null, null, jsonb_build_object('classCodeId', c."id")
      from "ClassCode" c
      union all
      select i."createdAt", 'idea.begun', i."ownerId", null, null, i."id", null, null, '{}' from "Idea" i
      union all
      select s."at", 'idea.submitted', s."byId", null, v."unitId", s."ideaId", null, null,
        jsonb_build_object('submissionId', s."id", 'versionId', s."versionId", 'number', v."number")
      from "Submission" s join "IdeaVersion" v on v."id" = s."versionId"
      union all
      select d."at", 'idea.' || lower(d."kind"::text), d."byId", null, v."unitId", s."ideaId", null, null, jsonb_build_object('submissionId', s."id")
      from "Decision" d join "Submission" s on s."id" = d."submissionId" join "IdeaVersion" v on v."id" = s."versionId"
      union all
      select m."confirmedAt", 'idea-member.confirmed', m."personId", m."personId", null, m."ideaId", null, null, jsonb_build_object('memberId', m."id")
      from "IdeaMember" m where m."kind" = 'MEMBER' and m."confirmedAt" is not null
      union all
      select c."at", 'idea.stage-changed', c."byId", null, null, c."ideaId", null, null, jsonb_build_object('from', c."from", 'to', c."to")
      from "IdeaStageChange" c
      union all
      select w."at", 'idea.withdrawn', w."byId", null, i."unitId", w."ideaId", null, null, '{"byStaff": false, "wasPublished": true}'
      from "IdeaWithdrawal" w join "Idea" i on i."id" = w."ideaId"
      union all
      select e."at", 'idea.endorsed', e."personId", null, null, e."ideaId", null, null, '{}' from "Endorsement" e
      union all
      select c."createdAt", 'contest.made', c."createdById", null, c."hostId", null, c."id", null, '{}' from "Contest" c
      union all
      select a."at", case a."to" when 'OPEN' then 'contest.opened' else 'contest.closed' end, a."byId", null, c."hostId", null, c."id", null, '{}'
      from "ContestAct" a join "Contest" c on c."id" = a."contestId" where a."to" in ('OPEN', 'CLOSED')
      union all
      select n."enteredAt", 'entry.made', n."enteredById", null, null, n."ideaId", n."contestId", n."id", jsonb_build_object('number', n."number")
      from "Entry" n
      union all
      select a."at", case a."to" when 'OPEN' then 'round.opened' when 'CLOSED' then 'round.closed' else 'round.published' end, a."byId", null,
        null, null, r."contestId", null, jsonb_build_object('roundId', r."id", 'number', r."number")
      from "RoundAct" a join "Round" r on r."id" = a."roundId" where a."to" in ('OPEN', 'CLOSED', 'PUBLISHED')
      union all
      select s."submittedAt", 'scoresheet.submitted', j."personId", null, null, null, r."contestId", s."entryId",
        jsonb_build_object('roundId', r."id", 'sheetId', s."id")
      from "Scoresheet" s join "Judge" j on j."id" = s."judgeId" join "Round" r on r."id" = s."roundId" where s."submittedAt" is not null
      union all
      select a."at", 'appeal.made', a."byId", null, null, null, r."contestId", a."entryId",
        jsonb_build_object('roundId', r."id", 'appealId', a."id", 'same', true)
      from "Appeal" a join "Round" r on r."id" = a."roundId"
      union all
      select m."offeredAt", 'mentor.offered', m."personId", m."personId", m."unitId", null, null, null, jsonb_build_object('mentorId', m."id")
      from "Mentor" m
      union all
      select m."checkedAt", 'mentor.checked', m."checkedById", m."personId", m."unitId", null, null, null, jsonb_build_object('mentorId', m."id")
      from "Mentor" m where m."checkedAt" is not null
      union all
      select p."createdAt", 'programme.made', p."createdById", null, p."unitId", null, null, null, jsonb_build_object('programmeId', p."id")
      from "MentoringProgramme" p
      union all
      select q."askedAt", 'mentor-request.made', q."askedById", null, null, q."ideaId", null, null,
        jsonb_strip_nulls(jsonb_build_object('requestId', q."id", 'programmeId', q."programmeId"))
      from "MentorRequest" q
      union all
      select s."startedAt", 'mentorship.begun', m."personId", m."personId", null, s."ideaId", null, null,
        jsonb_build_object('mentorshipId', s."id", 'mentorId', m."id")
      from "Mentorship" s join "Mentor" m on m."id" = s."mentorId"
      union all
      select t."notedAt", 'mentoring-session.noted', t."notedById", m."personId", null, s."ideaId", null, null,
        jsonb_build_object('mentorshipId', s."id", 'sessionId', t."id", 'minutes', t."minutes")
      from "MentoringSession" t join "Mentorship" s on s."id" = t."mentorshipId" join "Mentor" m on m."id" = s."mentorId"
      union all
      select b."registeredAt", 'business.registered', b."registeredById", null, null, null, null, null, jsonb_build_object('businessId', b."id")
      from "Business" b
      union all
      select o."at", 'support.offered', o."byId", null, null, o."ideaId", null, null,
        jsonb_build_object('offerId', o."id", 'businessId', o."businessId")
      from "SupportOffer" o
      union all
      select o."acceptedAt", 'support.accepted', o."acceptedById", null, null, o."ideaId", null, null,
        jsonb_build_object('offerId', o."id", 'businessId', o."businessId")
      from "SupportOffer" o where o."acceptedAt" is not null
      union all
      select case k.what when 'made' then p."madeAt" when 'delivered' then p."deliveredAt" else p."confirmedAt" end, 'pledge.' || k.what,
        case k.what when 'made' then p."madeById" when 'delivered' then p."deliveredById" else p."confirmedById" end, null, null, o."ideaId", null, null,
        jsonb_build_object('offerId', o."id", 'businessId', o."businessId")
      from "Pledge" p join "SupportOffer" o on o."id" = p."offerId" cross join (values ('made'), ('delivered'), ('confirmed')) k(what)
    ) happened
    where "at" is not null
    order by "at"`;
}

/** The notices and letters of the last days; what is older was told in its time. The worker goes on from here. */
async function tellWhatIsNew(tx: Tx): Promise<void> {
  const since = new Date(now().getTime() - toldDays * dayMs);
  const events = await tx.$queryRaw<HistoryEvent[]>`
    select "txid", "id", "at", "kind", "byId", "personId", "unitId", "ideaId", "contestId", "entryId", "payload"
    from "Event" where "at" > ${since} order by "txid", "id"`;
  await writeNotices(tx, events);
  await tx.$executeRaw`
    update "Notice" n set "createdAt" = e."at",
      "readAt" = case when e."at" < ${new Date(now().getTime() - readDays * dayMs)} then e."at" + interval '3 hours' end
    from "Event" e where e."id" = n."eventId"`;
  const last = events.at(-1);
  if (last === undefined) return;
  const reader = 'notices';
  await moveReader(tx, { reader, from: await placeOf({ reader }), to: last });
}
