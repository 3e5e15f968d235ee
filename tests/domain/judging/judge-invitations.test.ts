import { expect, test } from 'vitest';
import { acceptJudgeInvitation } from '#app/domain/judging/accept-judge-invitation.server.ts';
import { confirmJudge } from '#app/domain/judging/confirm-judge.server.ts';
import { declineJudgeInvitation } from '#app/domain/judging/decline-judge-invitation.server.ts';
import { findDesk } from '#app/domain/judging/find-desk.server.ts';
import { findJudgeInvitation } from '#app/domain/judging/find-judge-invitation.server.ts';
import { findJudgeInvitations, findStandCode } from '#app/domain/judging/find-judge-invitations.server.ts';
import { findJudgeInvitationsWaiting } from '#app/domain/judging/find-judge-invitations-waiting.server.ts';
import { inviteJudge } from '#app/domain/judging/invite-judge.server.ts';
import { signUpAsJudge } from '#app/domain/judging/sign-up-as-judge.server.ts';
import { withdrawJudgeInvitation } from '#app/domain/judging/withdraw-judge-invitation.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { forgetExpiredLinks } from '#app/domain/people/forget-expired-links.server.ts';
import { sendLetters } from '#app/jobs/send-letters.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { aPerson, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { catchMails } from '#tests/support/mailbox.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { get, post } from '#tests/support/visits.ts';

const mailbox = catchMails();

const seat = { name: '', minLoad: 2, maxLoad: 20, pools: [] as string[], deputy: false };
const form = { fieldIds: [], hours: 2, ties: '' };

async function aStand() {
  const contest = await aContest();
  const officers = await theOfficersOf(contest);
  const secretary = await actorOf(officers.secretary);
  const offer = async (email: string | null, by = secretary) =>
    linkTokenFor((await inviteJudge({ by, slug: contest.slug, email, seat })).id);
  return { contest, officers, secretary, offer };
}

/** What follows from everything that happened in a contest; running twice changes nothing. */
async function tell(contest: { id: string }) {
  const events = await db.event.findMany({ where: { contestId: contest.id }, orderBy: { id: 'asc' } });
  await db.$transaction((tx) => writeNotices(tx, events as never));
}

const idOf = async (token: string, slug: string, by: Awaited<ReturnType<typeof actorOf>>) =>
  (await findJudgeInvitations({ slug, by })).invitations.find(({ id }) => linkTokenFor(id) === token)!.id;

test('by mail: the letter’s link makes a verified account, the seat is theirs at once, the load is what the hours allow', async () => {
  const { contest, secretary, offer, officers } = await aStand();
  await db.letter.deleteMany();
  const email = `${nextWord('giam-khao')}@thu.example`;
  await db.field.upsert({
    where: { id: 'moi-truong' },
    create: { id: 'moi-truong', nameVi: 'Môi trường', nameEn: 'Environment', position: 1 },
    update: {},
  });
  const token = await offer(email);
  await tell(contest);
  await sendLetters();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([[email]]);
  expect(mailbox.mails[0]!.text).toContain(`/moi-giam-khao?ma=${token}`);
  expect(mailbox.mails[0]!.text).toContain(contest.name);
  const page = await get(`/moi-giam-khao?ma=${token}`, { as: null });
  expect(page.data).toMatchObject({ invitation: { open: true, email, load: { min: 2, max: 20 }, me: null } });
  const account = { fullName: 'Trần Thị Chấm', birthDate: '1980-05-02', password: 'mot-mat-khau-that-dai-92' };
  const { id } = await signUpAsJudge({ token, form: account, language: 'vi' });
  expect(await db.person.findUniqueOrThrow({ where: { id } })).toMatchObject({ email, fullName: 'Trần Thị Chấm' });
  expect((await db.person.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).not.toBeNull();
  expect(await refusalOf(signUpAsJudge({ token, form: account, language: 'vi' }))).toBe(
    'not-now: judging:refusals.accountThere',
  );
  const judge = await actorOf({ id });
  expect((await findJudgeInvitationsWaiting({ by: judge })).offered).toMatchObject([{ token, contest: contest.name }]);
  // Two criteria and no entry yet: 6 minutes of reading and 2 of marking, 7 and a half sheets an hour.
  const taken = await acceptJudgeInvitation({
    by: judge,
    token,
    form: { fieldIds: ['moi-truong'], hours: 2, ties: 'Cháu tôi học ở trường Lê Lợi.' },
  });
  expect(taken).toEqual({ seated: true });
  expect(await db.judge.findFirstOrThrow({ where: { personId: id } })).toMatchObject({
    contestId: contest.id,
    number: 1,
    minLoad: 2,
    maxLoad: 15,
    hours: 2,
    fieldIds: ['moi-truong'],
    deputy: false,
  });
  expect((await findJudgeInvitationsWaiting({ by: judge })).offered).toEqual([]);
  const { invitations } = await findJudgeInvitations({ slug: contest.slug, by: secretary });
  expect(invitations).toMatchObject([{ state: 'seated', email, ties: 'Cháu tôi học ở trường Lê Lợi.' }]);
  await tell(contest);
  const told = await db.notice.findMany({
    where: { personId: { in: [officers.chair.id, officers.secretary.id, id] } },
  });
  expect(told.map(({ personId, kind }) => [personId, kind]).sort()).toEqual(
    [
      [officers.chair.id, 'judge-accepted'],
      [officers.secretary.id, 'judge-accepted'],
      [id, 'judge-appointed'],
    ].sort(),
  );
  // Used twice: the one who took it is told where they stand, everyone else that it is used.
  expect((await get(`/moi-giam-khao?ma=${token}`, { as: { id } })).data).toMatchObject({
    invitation: { mine: 'seated' },
  });
  const other = await aPerson();
  expect((await get(`/moi-giam-khao?ma=${token}`, { as: other })).data).toMatchObject({
    invitation: { open: false, mine: null, because: { key: 'judging:refusals.invitationUsed' } },
  });
  expect(await refusalOf(acceptJudgeInvitation({ by: await actorOf(other), token, form }))).toBe(
    'not-now: judging:refusals.invitationUsed',
  );
});

test('a code at the stand: one person, once, and no sheet before an officer has seen who it is', async () => {
  const { contest, officers, secretary, offer } = await aStand();
  const token = await offer(null);
  const shown = await findStandCode({
    slug: contest.slug,
    id: await idOf(token, contest.slug, secretary),
    by: secretary,
  });
  expect(shown).toMatchObject({ token, name: '' });
  const [first, second] = [await aPerson(), await aPerson()];
  const [one, two] = [await actorOf(first), await actorOf(second)];
  const unknown = { ...form, fieldIds: ['khong-co'] };
  expect(await refusalOf(acceptJudgeInvitation({ by: one, token, form: unknown }))).toBe(
    'not-valid: fieldIds controls:problems.choice',
  );
  const both = await Promise.all([one, two].map((by) => refusalOf(acceptJudgeInvitation({ by, token, form }))));
  expect(both.sort()).toEqual(['not-now: judging:refusals.invitationUsed', 'taken']);
  const row = await db.judgeInvitation.findFirstOrThrow({ where: { contestId: contest.id } });
  const person = row.acceptedById === first.id ? first : second;
  expect(await db.judge.count({ where: { contestId: contest.id } })).toBe(0);
  expect((await actorOf(person)).roles).toEqual([]);
  expect(await findDesk({ by: await actorOf(person) })).toEqual([]);
  expect((await findJudgeInvitationsWaiting({ by: secretary })).toConfirm).toMatchObject([
    { slug: contest.slug, count: 1 },
  ]);
  const act = { slug: contest.slug, id: row.id };
  for (const stranger of [await actorOf(person), await actorOf(await aPerson())]) {
    expect(await refusalOf(confirmJudge({ by: stranger, ...act }))).toMatch(/^not-allowed/);
  }
  await confirmJudge({ by: await actorOf(officers.chair), ...act });
  expect(await db.judge.findFirstOrThrow({ where: { personId: person.id } })).toMatchObject({ maxLoad: 15, hours: 2 });
  expect(await refusalOf(confirmJudge({ by: secretary, ...act }))).toBe('not-now: judging:refusals.nobodyWaits');
  expect(await refusalOf(withdrawJudgeInvitation({ by: secretary, ...act }))).toBe(
    'not-now: judging:refusals.nothingToWithdraw',
  );
  // On the desk once there is a sheet and the round is open.
  const judge = await db.judge.findFirstOrThrow({ where: { personId: person.id } });
  const entry = await anEntry(contest);
  await aSheet(contest.round, entry, judge);
  await db.round.update({ where: { id: contest.round.id }, data: { state: 'OPEN' } });
  expect(await findDesk({ by: await actorOf(person) })).toMatchObject([{ sheets: [{ number: 1 }] }]);
});

test('a letter used from another account waits for the secretary too; the officer’s no is told', async () => {
  const { contest, secretary, offer } = await aStand();
  const token = await offer(`${nextWord('co-quan')}@thu.example`);
  const person = await aPerson();
  const by = await actorOf(person);
  expect(await acceptJudgeInvitation({ by, token, form })).toEqual({ seated: false });
  expect((await get(`/moi-giam-khao?ma=${token}`, { as: person })).data).toMatchObject({
    invitation: { mine: 'waiting' },
  });
  const again = await offer(null);
  expect(await refusalOf(acceptJudgeInvitation({ by, token: again, form }))).toBe(
    'not-now: judging:refusals.waitingAlready',
  );
  await withdrawJudgeInvitation({ by: secretary, slug: contest.slug, id: await idOf(token, contest.slug, secretary) });
  expect(await db.judge.count({ where: { contestId: contest.id } })).toBe(0);
  await tell(contest);
  expect(await db.notice.findMany({ where: { personId: person.id } })).toMatchObject([{ kind: 'judge-refused' }]);
});

test('whoever takes part is refused with the entry that stands in the way, before and after scanning', async () => {
  const { contest, secretary, offer } = await aStand();
  const [lead, late] = [await aPerson(), await aPerson()];
  await anEntry(contest, { leadId: lead.id });
  const why = await refusalOf(inviteJudge({ by: secretary, slug: contest.slug, email: lead.email, seat }));
  expect(why).toBe('not-valid: email organising:problems.takesPart');
  const token = await offer(null);
  const refused = await post(`/moi-giam-khao?ma=${token}`, { as: lead, form: { token, hours: '2' } });
  expect(refused.status).toBe(403);
  expect(refused.data).toMatchObject({
    refusal: { because: { key: 'judging:refusals.takesPart', values: { entry: 1, title: expect.any(String) } } },
  });
  // Entered between accepting and confirming.
  await acceptJudgeInvitation({ by: await actorOf(late), token, form });
  await anEntry(contest, { leadId: late.id });
  const act = { by: secretary, slug: contest.slug, id: await idOf(token, contest.slug, secretary) };
  expect(await refusalOf(confirmJudge(act))).toBe('not-now: organising:problems.takesPart');
  expect(await db.judge.count({ where: { contestId: contest.id } })).toBe(0);
});

test('expired, withdrawn, declined, never made: each says what it may, and a wrong link tells a stranger nothing', async () => {
  const { contest, secretary, offer } = await aStand();
  const start = atTime(now());
  const [expiring, taken, declined] = [
    await offer(null),
    await offer(null),
    await offer(`${nextWord('gk')}@thu.example`),
  ];
  await withdrawJudgeInvitation({ by: secretary, slug: contest.slug, id: await idOf(taken, contest.slug, secretary) });
  await declineJudgeInvitation({ by: null, token: declined });
  expect(await refusalOf(declineJudgeInvitation({ by: null, token: declined }))).toBe(
    'not-now: judging:refusals.invitationDeclined',
  );
  atTime(new Date(start.getTime() + 4 * 86_400_000));
  const by = await actorOf(await aPerson());
  const all = [expiring, taken, declined, 'khong-co-ma-nay', ''];
  expect(await Promise.all(all.map((token) => refusalOf(acceptJudgeInvitation({ by, token, form }))))).toEqual([
    'not-now: judging:refusals.invitationExpired',
    'not-now: judging:refusals.invitationWithdrawn',
    'not-now: judging:refusals.invitationDeclined',
    'not-now: people:refusals.linkUnknown',
    'not-now: people:refusals.linkUnknown',
  ]);
  expect(await findJudgeInvitation({ token: 'khong-co-ma-nay', by: null })).toEqual({
    open: false,
    because: { key: 'people:refusals.linkUnknown' },
    mine: null,
  });
  expect((await get('/moi-giam-khao?ma=khong-co-ma-nay', { as: null })).text).not.toContain(contest.name);
  // An address that never answered is not kept: the row goes a month after it ran out.
  atTime(new Date(start.getTime() + 45 * 86_400_000));
  await forgetExpiredLinks();
  expect(await db.judgeInvitation.count({ where: { contestId: contest.id } })).toBe(0);
});

test('one address is invited once at a time; who sits already, other officers and members are refused; codes are no account', async () => {
  const { contest, secretary, offer } = await aStand();
  const email = `${nextWord('gk')}@thu.example`;
  await offer(email);
  const invite = (by: typeof secretary, to: string | null, slug = contest.slug, pool: string | null = null) =>
    refusalOf(inviteJudge({ by, slug, email: to, seat: { ...seat, pools: pool === null ? [] : [pool] } }));
  expect(await invite(secretary, email)).toBe('not-valid: email judging:problems.invitedAlready');
  const sitting = await aPerson();
  await aJudge(contest, { personId: sitting.id });
  expect(await invite(secretary, sitting.email!)).toBe('not-valid: email organising:problems.appointedAlready');
  expect(await invite(secretary, null, contest.slug, 'bang-khong-co')).toBe(
    'not-valid: pools controls:problems.choice',
  );
  const elsewhere = await theOfficersOf(await aContest());
  expect(await invite(await actorOf(elsewhere.secretary), null)).toMatch(/^not-allowed/);
  expect(await invite(await actorOf(sitting), null)).toMatch(/^not-allowed/);
  const token = await offer(null);
  const account = { fullName: 'Ai Đó', birthDate: '1980-05-02', password: 'mot-mat-khau-that-dai-92' };
  expect(await refusalOf(signUpAsJudge({ token, form: account, language: 'vi' }))).toBe(
    'not-now: judging:refusals.codeProvesNothing',
  );
  await db.contest.update({ where: { id: contest.id }, data: { state: 'CANCELLED' } });
  expect(await refusalOf(acceptJudgeInvitation({ by: await actorOf(await aPerson()), token, form }))).toBe(
    'not-now: contests:refusals.over',
  );
  expect(await findJudgeInvitation({ token, by: null })).toMatchObject({ open: false });
});
