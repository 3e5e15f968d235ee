import { expect, test } from 'vitest';
import { acceptEntryInvitation } from '#app/domain/contests/accept-entry-invitation.server.ts';
import { declineEntryInvitation } from '#app/domain/contests/decline-entry-invitation.server.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { findEntering } from '#app/domain/contests/find-entering.server.ts';
import { findEntryInvitation } from '#app/domain/contests/find-entry-invitation.server.ts';
import { findEntryInvitations } from '#app/domain/contests/find-entry-invitations.server.ts';
import { findOwnEntryInvitations } from '#app/domain/contests/find-own-entry-invitations.server.ts';
import { inviteTeams } from '#app/domain/contests/invite-teams.server.ts';
import { resendEntryInvitation } from '#app/domain/contests/resend-entry-invitation.server.ts';
import { signUpToEnter } from '#app/domain/contests/sign-up-to-enter.server.ts';
import { withdrawEntryInvitation } from '#app/domain/contests/withdraw-entry-invitation.server.ts';
import { findTeam } from '#app/domain/ideas/find-team.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { forgetExpiredLinks } from '#app/domain/people/forget-expired-links.server.ts';
import { sendLetters } from '#app/jobs/send-letters.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { aPerson, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf, aText, published } from '#tests/support/idea-builders.ts';
import { catchMails } from '#tests/support/mailbox.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { get, post } from '#tests/support/visits.ts';

const mailbox = catchMails();

const row = {
  line: 2,
  team: 'Mầm Xanh',
  title: 'Máy lọc nước mặn',
  division: '',
  unit: '',
  lead: 'Nguyễn Văn Giỏi',
  email: '',
  birthDate: '',
  members: '',
};

/** A contest, its secretary, and one team asked in. */
async function asked(fields: Partial<typeof row> = {}, contestFields: Parameters<typeof aContest>[0] = {}) {
  const contest = await aContest(contestFields);
  const officers = await theOfficersOf(contest);
  const secretary = await actorOf(officers.secretary);
  const email = fields.email ?? `${nextWord('doi')}@thu.example`;
  await inviteTeams({ by: secretary, slug: contest.slug, rows: [{ ...row, ...fields, email }] });
  const { id } = await db.entryInvitation.findFirstOrThrow({ where: { contestId: contest.id } });
  return { contest, officers, secretary, email, id, token: linkTokenFor(id) };
}

async function tell(contest: { id: string }) {
  const events = await db.event.findMany({ where: { contestId: contest.id }, orderBy: { id: 'asc' } });
  await db.$transaction((tx) => writeNotices(tx, events as never));
}

test('the lead gets a letter, makes an account of fifteen years, takes the draft, and enters it when it is published', async () => {
  await db.letter.deleteMany();
  const member = `${nextWord('ban')}@thu.example`;
  const { contest, secretary, email, token } = await asked(
    { birthDate: '2011-05-02', division: 'b', members: `Trần Thị Bạn <${member}>; Lê Văn Không Thư` },
    {
      divisions: ['a', 'b'],
      rules: { entrants: { from: 'anyone', minAge: 14, maxAge: 30, ageOn: null, teamMin: 1, teamMax: 3 } as never },
    },
  );
  const listed = async () => {
    const { invitations, counts } = await findEntryInvitations({
      slug: contest.slug,
      by: secretary,
      progress: null,
      page: 1,
    });
    return { state: invitations[0]!.state, entry: invitations[0]!.entry, lead: invitations[0]!.lead, counts };
  };
  expect(await listed()).toMatchObject({ state: 'open', lead: 'Nguyễn Văn Giỏi', counts: { open: 1, accepted: 0 } });
  await tell(contest);
  await tell(contest);
  await sendLetters();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([[email]]);
  expect(mailbox.mails[0]!.text).toContain(`/moi-du-thi?ma=${token}`);
  expect(mailbox.mails[0]!.text).toContain(contest.name);
  // Whoever only has the link sees what is asked, and of nobody else.
  const page = await get(`/moi-du-thi?ma=${token}`, { as: null });
  expect(page.data).toMatchObject({ invitation: { open: true, title: row.title, division: 'Bảng b', members: [] } });
  expect(page.text).not.toContain(member);
  const form = { fullName: 'Nguyễn Văn Giỏi', birthDate: '2011-05-02', password: 'mot-mat-khau-that-dai-92' };
  const itsAddress = email.split('@')[0]!.replaceAll(/[^a-z]/g, '');
  expect(itsAddress.length).toBeGreaterThan(2);
  expect(
    await refusalOf(signUpToEnter({ token, form: { ...form, password: `${itsAddress}9876543210` }, language: 'vi' })),
  ).toBe('not-valid: password people:problems.passwordOwn');
  const { id: leadId } = await signUpToEnter({ token, form, language: 'vi' });
  expect(await refusalOf(signUpToEnter({ token, form, language: 'vi' }))).toBe(
    'not-now: contests:invited.accountThere',
  );
  // Nothing is agreed to by it: the name of a child stays unpublished, and no guardian has been spoken for.
  expect(await db.consent.count({ where: { personId: leadId } })).toBe(0);
  const lead = await actorOf({ id: leadId });
  expect((await findOwnEntryInvitations({ by: lead })).offered).toMatchObject([{ token, contest: contest.name }]);
  const own = await get(`/moi-du-thi?ma=${token}`, { as: { id: leadId } });
  expect(own.data).toMatchObject({
    invitation: {
      members: [
        { name: 'Trần Thị Bạn', email: member },
        { name: 'Lê Văn Không Thư', email: null },
      ],
    },
  });

  const taken = await post('/moi-du-thi', { as: { id: leadId }, form: { token } });
  expect([taken.status, taken.location]).toEqual([302, `/moi-du-thi?ma=${token}`]);
  const invitation = await db.entryInvitation.findFirstOrThrow({ where: { contestId: contest.id } });
  expect(invitation).toMatchObject({ acceptedById: leadId, leadBirthDate: null, members: [] });
  const idea = await db.idea.findUniqueOrThrow({ where: { id: invitation.ideaId! }, include: { draft: true } });
  expect(idea).toMatchObject({ ownerId: leadId, state: 'DRAFT', draft: { title: row.title } });
  const team = await findTeam({ slug: idea.slug, by: lead });
  expect(JSON.stringify(team)).toContain(member);
  expect(await db.ideaMember.findMany({ where: { ideaId: idea.id, kind: 'MEMBER' } })).toMatchObject([
    { invitedMail: member, confirmedAt: null },
  ]);
  expect(await listed()).toMatchObject({ state: 'accepted', entry: null, counts: { open: 0, accepted: 1 } });
  expect((await findOwnEntryInvitations({ by: lead })).prepared).toMatchObject([{ token, title: row.title }]);
  expect(await db.entry.count({ where: { contestId: contest.id } })).toBe(0);

  await db.ideaDraft.update({
    where: { ideaId: idea.id },
    data: { ...aText({ title: row.title }), fieldId: null } as never,
  });
  await published(idea);
  const entering = (await findEntering({ slug: contest.slug, by: lead }))!;
  expect(entering.prepared).toEqual([{ ideaId: idea.id, division: 'b' }]);
  const { number } = await enterIdea({ by: lead, slug: contest.slug, ideaId: idea.id, division: 'b', version: 1 });
  expect(await listed()).toMatchObject({ state: 'entered', entry: number, counts: { entered: 1, accepted: 0 } });
  expect((await findOwnEntryInvitations({ by: lead })).prepared).toEqual([]);
  expect(await findEntryInvitation({ token, by: lead })).toMatchObject({ open: false, mine: { entry: { number } } });
  // The link itself tells nobody else anything any more.
  expect(await findEntryInvitation({ token, by: null })).toEqual({
    open: false,
    because: { key: 'contests:invited.used' },
    mine: null,
  });
});

test('only the address the letter went to takes it, once, and no judge of the contest does', async () => {
  const lead = await aPerson();
  const { contest, token, email } = await asked({ email: lead.email! });
  expect(await refusalOf(acceptEntryInvitation({ by: await actorOf(await aPerson()), token }))).toBe(
    'not-allowed: contests:invited.otherAddress',
  );
  await db.person.update({ where: { id: lead.id }, data: { emailVerifiedAt: null } });
  expect(await refusalOf(acceptEntryInvitation({ by: await actorOf(lead), token }))).toBe(
    'not-allowed: contests:invited.otherAddress',
  );
  await db.person.update({ where: { id: lead.id }, data: { emailVerifiedAt: now() } });
  const both = await Promise.all(
    [lead, lead].map(async (one) => refusalOf(acceptEntryInvitation({ by: await actorOf(one), token }))),
  );
  expect(both.sort()).toEqual(['not-now: contests:invited.used', 'taken']);
  expect(await db.idea.count({ where: { ownerId: lead.id } })).toBe(1);
  expect(email).toBe(lead.email);
  const judge = await aPerson();
  const other = await asked({ email: judge.email! });
  await aJudge(other.contest, { personId: judge.id });
  expect(await refusalOf(acceptEntryInvitation({ by: await actorOf(judge), token: other.token }))).toBe(
    'not-allowed: contests:invited.judges',
  );
  expect(contest.id).not.toBe(other.contest.id);
});

test('declined, withdrawn, run out, sent again, forgotten: each link says what it is, and what was answered stays', async () => {
  const declined = await asked();
  await declineEntryInvitation({ by: null, token: declined.token });
  const withdrawn = await asked();
  await withdrawEntryInvitation({ by: withdrawn.secretary, slug: withdrawn.contest.slug, id: withdrawn.id });
  const expired = await asked({}, { closesAt: new Date(now().getTime() + 90 * 86_400_000) });
  expect(await findEntryInvitation({ token: declined.token, by: null })).toMatchObject({
    because: { key: 'contests:invited.declined' },
  });
  expect(await findEntryInvitation({ token: withdrawn.token, by: null })).toMatchObject({
    because: { key: 'contests:invited.withdrawn' },
  });
  expect(await findEntryInvitation({ token: 'khong-co-ma-nay', by: null })).toMatchObject({
    because: { key: 'people:refusals.linkUnknown' },
  });
  for (const { secretary, contest, id } of [declined, withdrawn]) {
    const act = { by: secretary, slug: contest.slug, id };
    expect(await refusalOf(withdrawEntryInvitation(act))).toBe('not-now: organising:teams.answered');
    expect(await refusalOf(resendEntryInvitation(act))).toBe('not-now: organising:teams.answered');
  }
  // Somebody else's invitation is not found through one's own contest.
  expect(
    await refusalOf(resendEntryInvitation({ by: declined.secretary, slug: declined.contest.slug, id: expired.id })),
  ).toBe('not-found: ');
  atTime(new Date(now().getTime() + 22 * 86_400_000));
  expect(await refusalOf(declineEntryInvitation({ by: null, token: expired.token }))).toBe(
    'not-now: contests:invited.expired',
  );
  await db.letter.deleteMany();
  await resendEntryInvitation({ by: expired.secretary, slug: expired.contest.slug, id: expired.id });
  const events = await db.event.findMany({ where: { contestId: expired.contest.id, kind: 'entry-invitation.resent' } });
  await db.$transaction((tx) => writeNotices(tx, events as never));
  await sendLetters();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([[expired.email]]);
  expect(await findEntryInvitation({ token: expired.token, by: null })).toMatchObject({ open: true });
  atTime(new Date(now().getTime() + 60 * 86_400_000));
  await forgetExpiredLinks();
  expect(await db.entryInvitation.count({ where: { contestId: expired.contest.id } })).toBe(0);
});
