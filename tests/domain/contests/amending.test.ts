import { describe, expect, test } from 'vitest';
import { changeContest } from '#app/domain/contests/change-contest.server.ts';
import { changeEntry } from '#app/domain/contests/change-entry.server.ts';
import { changeRound } from '#app/domain/contests/change-round.server.ts';
import { changeRubric } from '#app/domain/contests/change-rubric.server.ts';
import { closeEntries } from '#app/domain/contests/close-entries.server.ts';
import { contestForm, roundForm } from '#app/domain/contests/contest-form.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { extendDeadline } from '#app/domain/contests/extend-deadline.server.ts';
import { findEntering } from '#app/domain/contests/find-entering.server.ts';
import { findEntry } from '#app/domain/contests/find-entry.server.ts';
import { findRulesVersions } from '#app/domain/contests/find-rules-versions.server.ts';
import { openContest } from '#app/domain/contests/open-contest.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, aSheet, theOfficersOf, twoCriteria } from '#tests/support/contest-builders.ts';
import { actorOf, anIdea, aPublishedIdea, published } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const typed = {
  name: 'Ý tưởng trẻ',
  summary: 'Một cuộc thi.',
  opensAt: '2026-09-01T08:00',
  closesAt: '2026-10-01T17:00',
  from: 'anyone',
  teamMin: '1',
  teamMax: '5',
  versions: 'published',
  blind: 'on',
  sameUnit: 'on',
};
const amended = (changes: object) => contestForm.parse({ ...typed, reason: 'Theo đề nghị của các trường', ...changes });

/** A contest that was opened by the verbs, so that its rules and its record are whole. */
async function anOpenContest() {
  atTime('2026-08-20T10:00:00+07:00');
  const contest = await aContest({ state: 'DRAFT' });
  const officers = await theOfficersOf(contest);
  const by = await actorOf(officers.organiser);
  const { slug } = contest;
  await changeContest({ by, slug, form: contestForm.parse(typed) });
  const at = new Date('2026-10-15T17:00:00+07:00');
  await db.round.updateMany({
    where: { contestId: contest.id },
    data: { opensAt: at, closesAt: new Date(+at + 86_400_000) },
  });
  await openContest({ by, slug });
  atTime('2026-09-10T10:00:00+07:00');
  return { contest, by, slug, officers };
}
async function anEntrant(contest: { slug: string }) {
  const person = await aPerson();
  const idea = await aPublishedIdea({ ownerId: person.id });
  const by = await actorOf(person);
  const enter = () => enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 });
  return { person, idea, by, enter };
}
const deadlineOf = async (id: string) => (await db.contest.findUniqueOrThrow({ where: { id } })).closesAt.toISOString();

describe('rules that are frozen', () => {
  test('change only with a reason; what was said before and after, why and by which letter is public, under a new hash', async () => {
    const { contest, by, slug } = await anOpenContest();
    expect(await refusalOf(changeContest({ by, slug, form: amended({ reason: '', maxAge: '35' }) }))).toBe(
      'not-valid: reason organising:problems.amendmentReason',
    );
    expect(await refusalOf(changeContest({ by, slug, form: amended({}) }))).toBe(
      'not-valid: form organising:problems.nothingChanged',
    );
    await changeContest({ by, slug, form: amended({ minAge: '18', maxAge: '35', letter: '12-CV/TĐ' }) });
    const { t } = i18nFor('vi');
    const versions = await findRulesVersions({ contestId: contest.id, locale: 'vi' });
    expect(
      versions.map(({ number, reason, letter, difference }) => ({
        number,
        reason,
        letter,
        removed: difference?.removed.map(({ key, values }) => t(key, values ?? {})),
        added: difference?.added.map(({ key, values }) => t(key, values ?? {})),
      })),
    ).toEqual([
      {
        number: 2,
        reason: 'Theo đề nghị của các trường',
        letter: '12-CV/TĐ',
        removed: ['Không giới hạn tuổi.'],
        added: ['Mọi thành viên từ 18 đến 35 tuổi.', 'Tuổi tính vào ngày gửi bài.'],
      },
      { number: 1, reason: null, letter: null, removed: undefined, added: undefined },
    ]);
    const rows = await db.contestRules.findMany({ where: { contestId: contest.id }, orderBy: { number: 'asc' } });
    for (const { document, hash } of rows) expect(await hashOfJson(document)).toBe(hash);
    const kept = await db.contestRecord.findMany({ where: { contestId: contest.id, kind: 'rules-frozen' } });
    expect(kept.map(({ body }) => (body as { number: number }).number)).toEqual([1, 2]);
  });

  test('the opening that has passed, a deadline brought forward, blindness that was promised: a clear answer each', async () => {
    const { contest, by, slug } = await anOpenContest();
    expect(await refusalOf(changeContest({ by, slug, form: amended({ opensAt: '2026-09-05T08:00' }) }))).toBe(
      'not-valid: opensAt organising:problems.opensPassed',
    );
    expect(await refusalOf(changeContest({ by, slug, form: amended({ closesAt: '2026-09-20T17:00' }) }))).toBe(
      'not-valid: closesAt organising:problems.notEarlier',
    );
    expect(await refusalOf(changeContest({ by, slug, form: amended({ closesAt: '2026-11-20T17:00' }) }))).toBe(
      'not-valid: closesAt organising:missing.roundTooEarly',
    );
    const { enter } = await anEntrant(contest);
    await enter();
    expect(await refusalOf(changeContest({ by, slug, form: amended({ blind: '' }) }))).toBe(
      'not-valid: blind organising:problems.blindPromised',
    );
  });

  test('a rubric never changes under sheets that were given out, nor a method once judges have begun', async () => {
    const { contest, by, slug } = await anOpenContest();
    const amendment = { reason: 'Bổ sung tiêu chí', letter: '' };
    const change = () =>
      changeRubric({ by, slug, number: 1, division: null, criteria: twoCriteria.slice(0, 1), amendment });
    const { enter } = await anEntrant(contest);
    const { entryId } = await enter();
    await change();
    const sheet = await aSheet(contest.round, { id: entryId }, await aJudge(contest));
    expect(await refusalOf(change())).toBe('not-now: organising:refusals.sheetsGivenOut');
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'OPEN' } });
    expect(await refusalOf(changeContest({ by, slug, form: amended({ maxAge: '40' }) }))).toBe(
      'not-now: organising:refusals.judgedByThese',
    );
    const round = (fields: object) =>
      roundForm.parse({
        name: 'Vòng 1',
        kind: 'PRELIMINARY',
        opensAt: '2026-10-15T17:00',
        closesAt: '2026-10-16T17:00',
        reviewsPerEntry: '2',
        method: 'RAW',
        blind: 'on',
        reason: 'Thêm thời gian chấm',
        ...fields,
      });
    expect(await refusalOf(changeRound({ by, slug, number: 1, form: round({ method: 'ADJUSTED' }) }))).toBe(
      'not-now: organising:refusals.judgedByThese',
    );
    await changeRound({ by, slug, number: 1, form: round({ closesAt: '2026-10-20T17:00' }) });
    await changeContest({ by, slug, form: amended({ prizes: 'Một giải Nhất' }) });
    expect(await db.scoresheet.count({ where: { id: sheet.id } })).toBe(1);
    const numbers = await findRulesVersions({ contestId: contest.id, locale: 'vi' });
    expect(numbers.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });
});

describe('extensions', () => {
  test('for everybody: while people write, after the closing was recorded too, with the rounds behind it; never over readings given out', async () => {
    const { contest, by, slug } = await anOpenContest();
    const extension = { by, slug, whom: '', shift: true, reason: 'Mưa bão', letter: '7-TB/TĐ' };
    const writing = await anEntrant(contest);
    atTime('2026-10-01T17:00:30+07:00');
    expect(await refusalOf(writing.enter())).toBe('not-now: contests:refusals.entriesClosed');
    await closeEntries({ by, slug });
    expect(await refusalOf(extendDeadline({ ...extension, until: new Date('2026-10-01T16:00:00+07:00') }))).toBe(
      'not-valid: closesAt organising:problems.notLater',
    );
    expect(
      await refusalOf(extendDeadline({ ...extension, shift: false, until: new Date('2026-10-20T17:00:00+07:00') })),
    ).toBe('not-valid: closesAt organising:missing.roundTooEarly');
    await extendDeadline({ ...extension, until: new Date('2026-10-05T17:00:00+07:00') });
    expect(await deadlineOf(contest.id)).toBe('2026-10-05T10:00:00.000Z');
    const round = await db.round.findUniqueOrThrow({ where: { id: contest.round.id } });
    expect(round.closesAt.toISOString()).toBe('2026-10-20T10:00:00.000Z');
    // What the person had open is sent again as it was.
    const { entryId } = await writing.enter();
    const [version] = await findRulesVersions({ contestId: contest.id, locale: 'vi' });
    expect(version).toMatchObject({ number: 2, reason: 'Mưa bão', letter: '7-TB/TĐ' });
    await aSheet(contest.round, { id: entryId }, await aJudge(contest));
    expect(await refusalOf(extendDeadline({ ...extension, until: new Date('2026-10-09T17:00:00+07:00') }))).toBe(
      'not-now: organising:refusals.assignedAlready',
    );
  });

  test('for one lead: nobody else’s deadline moves, and it ends when judges begin', async () => {
    const { contest, by, slug } = await anOpenContest();
    const [late, other] = [await anEntrant(contest), await anEntrant(contest)];
    const until = new Date('2026-10-03T17:00:00+07:00');
    const extension = { by, slug, until, shift: false, reason: 'Ốm', letter: '' };
    expect(await refusalOf(extendDeadline({ ...extension, whom: 'khong-ai@thu.example' }))).toBe(
      'not-valid: whom organising:problems.nobody',
    );
    await extendDeadline({ ...extension, whom: late.person.email!.toUpperCase() });
    atTime('2026-10-02T10:00:00+07:00');
    await closeEntries({ by, slug });
    expect(await refusalOf(other.enter())).toBe('not-now: contests:refusals.entriesClosed');
    expect(await findEntering({ slug, by: late.by })).toMatchObject({ open: true, until });
    const { number } = await late.enter();
    expect((await findEntry({ slug, number, by: late.by }))?.mayChange).toBe(true);
    expect(await findEntering({ slug, by: other.by })).toMatchObject({ open: false, until: null });
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'OPEN' } });
    expect(await refusalOf(changeEntry({ by: late.by, slug, number, version: 1 }))).toBe(
      'not-now: contests:refusals.entriesClosed',
    );
  });
});

describe('what rules may ask of an entry', () => {
  test('answers to questions: missing, too long, or telling who the team is; kept and changed until the deadline', async () => {
    const contest = await aContest({
      rules: { entries: { ...firstRules.entries, perLead: null, questions: ['Vì sao là bạn?', 'Cần gì?'] } },
    });
    const { person, idea, by } = await anEntrant(contest);
    const enter = (answers: Record<string, string>) =>
      enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1, answers });
    expect(await refusalOf(enter({ 1: ' ' }))).toBe(
      'not-valid: answer.1 controls:problems.required, answer.2 controls:problems.required',
    );
    expect(await refusalOf(enter({ 1: `Tôi là ${person.fullName}`, 2: 'x'.repeat(2001) }))).toBe(
      'not-valid: answer.1 contests:problems.answerTells, answer.2 controls:problems.tooLong',
    );
    const { number } = await enter({ 1: 'Vì đã làm thử', 2: 'Một ao nuôi', 3: 'thừa' });
    const answers = async () => (await findEntry({ slug: contest.slug, number, by }))!.answers;
    expect(await answers()).toEqual([
      { question: 'Vì sao là bạn?', answer: 'Vì đã làm thử' },
      { question: 'Cần gì?', answer: 'Một ao nuôi' },
    ]);
    await changeEntry({ by, slug: contest.slug, number, version: 1, answers: { 1: 'Vì thích', 2: 'Hai ao' } });
    await changeEntry({ by, slug: contest.slug, number, version: 1 });
    expect((await answers()).map(({ answer }) => answer)).toEqual(['Vì thích', 'Hai ao']);
  });

  test('share of the unit, entries alone, entries of a unit, fields, files, level and age of a division: broken and just kept', async () => {
    atTime('2026-06-01T10:00:00+07:00');
    const host = await aUnit();
    const school = await aUnit({ parentId: host.id, kind: 'SCHOOL', name: 'THPT Thử', folded: 'truong thpt thu' });
    const lower = await aUnit({ parentId: host.id, kind: 'SCHOOL', name: 'THCS Thử', folded: 'truong thcs thu' });
    const contest = await aContest({
      hostId: host.id,
      divisions: ['thpt', 'thcs'],
      rules: {
        blind: false,
        entrants: { ...firstRules.entrants, from: 'anyone', minAge: null, maxAge: null, unitShare: 50 },
        entries: { ...firstRules.entries, perLead: null, perSolo: 1, perUnit: 3, minFiles: 0 },
        divisions: [
          { division: 'thpt', levels: ['UPPER_SECONDARY'], minAge: 15, maxAge: 18, places: [], upwards: null },
        ],
      },
      rounds: [{ blind: false }],
    });
    const pupil = async (unitId: number | null, birthDate = '2009-01-01') => {
      const person = await aPerson({ birthDate: new Date(birthDate) });
      if (unitId !== null) {
        await db.membership.create({ data: { personId: person.id, unitId, claimedAt: now(), confirmedAt: now() } });
      }
      return person;
    };
    const outcome = async (lead: { id: string }, mates: { id: string }[], division = 'thcs') => {
      const idea = await anIdea({ ownerId: lead.id, memberIds: mates.map(({ id }) => id), unitId: school.id });
      await published(idea);
      const by = await actorOf(lead);
      return refusalOf(enterIdea({ by, slug: contest.slug, ideaId: idea.id, division, version: 1 }));
    };
    const [solo, inSchool] = [await pupil(school.id), await pupil(school.id)];
    expect({
      half: await outcome(inSchool, [await pupil(null)]),
      third: await outcome(await pupil(school.id), [await pupil(null), await pupil(null)]),
      alone: await outcome(solo, []),
      aloneAgain: await outcome(solo, []),
      level: await outcome(await pupil(school.id), [await pupil(lower.id)], 'thpt'),
      tooYoung: await outcome(await pupil(school.id), [await pupil(school.id, '2013-01-01')], 'thpt'),
      upper: await outcome(await pupil(school.id), [await pupil(school.id)], 'thpt'),
      fourth: await outcome(await pupil(school.id), [await pupil(school.id)]),
    }).toEqual({
      half: 'taken',
      third: 'not-valid: idea contests:breaks.unitShare',
      alone: 'taken',
      aloneAgain: 'not-valid: idea contests:breaks.soloTooMany',
      level: 'not-valid: division contests:breaks.otherLevel',
      tooYoung: 'not-valid: division contests:breaks.tooYoung',
      upper: 'taken',
      fourth: 'not-valid: idea contests:breaks.unitFull',
    });
    const other = await aContest({
      rules: { entries: { ...firstRules.entries, perLead: null, fieldIds: ['khong-co'], minFiles: 1 } },
    });
    const { enter } = await anEntrant(other);
    expect(await refusalOf(enter())).toBe('not-valid: idea contests:breaks.otherField, idea contests:breaks.fewFiles');
  });
});
