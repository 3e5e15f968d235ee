import { describe, expect, test } from 'vitest';
import type { AppealDecisionForm } from '#app/domain/awards/appeal.ts';
import { decideAppeal } from '#app/domain/awards/decide-appeal.server.ts';
import { findAppeals } from '#app/domain/awards/find-appeals.server.ts';
import { findAppealsWaiting } from '#app/domain/awards/find-appeals-waiting.server.ts';
import { findCertificatePaper } from '#app/domain/awards/find-certificate-paper.server.ts';
import { findOwnOutcomes } from '#app/domain/awards/find-own-outcomes.server.ts';
import { findPapers } from '#app/domain/awards/find-papers.server.ts';
import { makeAppeal } from '#app/domain/awards/make-appeal.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { rulesInWords } from '#app/domain/contests/rules-in-words.ts';
import { publicIdeas } from '#app/domain/ideas/public-idea.server.ts';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { findRoundEntries } from '#app/domain/judging/find-round-entries.server.ts';
import { rankRound } from '#app/domain/judging/rank-round.server.ts';
import { writeBundle } from '#app/domain/judging/record/bundle.ts';
import { editionOfBundle } from '#app/domain/judging/record/edition.ts';
import { findFullBundle, findPublicBundle, findVerification } from '#app/domain/judging/record/find-bundles.server.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { findSubjectNames } from '#app/domain/notifications/find-subject-names.server.ts';
import { tellers } from '#app/domain/notifications/tellers.server.ts';
import { eraseClosedAccounts } from '#app/domain/people/erase-closed-accounts.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { writeLetter } from '#app/ui/mails/letter.ts';
import { writeMinutes } from '#app/ui/papers/word-papers.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';
import { touchedIdeas } from '#search/documents/touched-ideas.server.ts';
import { aPerson, aRole } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { bodyOf } from '#tests/support/word-file.ts';
import { anAppealedRound, aPublishedRound, asked } from './an-appealed-round.ts';
import { anAwardedRound } from './an-awarded-round.ts';

const day = 86_400_000;
const uphold: AppealDecisionForm = {
  decision: 'UPHELD',
  passed: true,
  award: 1,
  reason: 'Cộng nhầm, đã xem lại phiếu',
};
const reject: AppealDecisionForm = { decision: 'REJECTED', passed: false, award: null, reason: 'Phiếu cộng đúng' };

type Round = Awaited<ReturnType<typeof anAppealedRound>>;
const decide = ({ where, made }: Round, form: AppealDecisionForm, by = where.by) =>
  decideAppeal({ ...where, by, appealId: made.id, form });

describe('an appeal is taken', () => {
  test('from the captain of a ranked entry alone', async () => {
    const { appeal, mate, first, judges, where } = await aPublishedRound();
    expect(await refusalOf(appeal(mate))).toBe('not-allowed: contests:refusals.leadOnly');
    for (const stranger of [first, await aPerson(), { id: judges[0]!.personId }, where.by]) {
      expect(await refusalOf(appeal(stranger))).toBe('not-found: ');
    }
    expect(await refusalOf(appeal(undefined, { number: 2 }))).toBe('not-found: ');
    expect(await refusalOf(appeal(undefined, { entryNumber: 99 }))).toBe('not-found: ');
    expect(await refusalOf(appeal())).toBe('taken');
  });

  test('once a round, also of two presses at once', async () => {
    const { appeal, contest } = await aPublishedRound();
    const told = await Promise.all([1, 2, 3].map(() => refusalOf(appeal())));
    expect(told.sort()).toEqual([
      'not-now: awards:refusals.appealedAlready',
      'not-now: awards:refusals.appealedAlready',
      'taken',
    ]);
    expect(await db.event.count({ where: { contestId: contest.id, kind: 'appeal.made' } })).toBe(1);
  });

  test('from publication to the last moment of the window, and not where the rules have none', async () => {
    const published = atTime('2026-11-22T10:00:00+07:00');
    const { appeal } = await aPublishedRound();
    atTime(new Date(published.getTime() + 7 * day + 1));
    expect(await refusalOf(appeal())).toBe('not-now: awards:refusals.appealOver');
    atTime(new Date(published.getTime() + 7 * day));
    expect(await refusalOf(appeal())).toBe('taken');
    const none = await aPublishedRound({ rules: { appealDays: null } });
    expect(await refusalOf(none.appeal())).toBe('not-now: awards:refusals.noAppeals');
  });

  test('not before publication', async () => {
    const captain = await aPerson();
    const { contest } = await anAwardedRound({ leads: [captain] });
    const early = { by: await actorOf(captain), slug: contest.slug, number: 1, entryNumber: 1, text: asked };
    expect(await refusalOf(makeAppeal(early))).toBe('not-now: awards:refusals.notPublished');
  });
});

describe('the machine counts again', () => {
  test('and says so where everything comes out as published', async () => {
    const { made } = await anAppealedRound();
    expect(made.recount).toEqual({
      same: true,
      published: { mean: 87.5, adjusted: 87.5, rank: 2 },
      again: { mean: 87.5, adjusted: 87.5, rank: 2 },
      milliseconds: expect.any(Number),
    });
  });

  test('a published mark that is not what the sheets give is said, also of another entry', async () => {
    const { contest, appeal, entries } = await aPublishedRound();
    await db.standing.updateMany({ where: { entryId: entries[1]!.id }, data: { mean: 62.5, rank: 4 } });
    await appeal();
    const own = await db.appeal.findFirstOrThrow({ where: { round: { contestId: contest.id } } });
    expect(own.recount).toMatchObject({
      same: false,
      published: { mean: 62.5, rank: 4 },
      again: { mean: 87.5, rank: 2 },
    });
    const other = await aPublishedRound();
    await db.standing.updateMany({ where: { entryId: other.entries[3]!.id }, data: { mean: 99 } });
    await other.appeal();
    const theirs = await db.appeal.findFirstOrThrow({ where: { round: { contestId: other.contest.id } } });
    expect(theirs.recount).toMatchObject({ same: false, published: { mean: 87.5 }, again: { mean: 87.5 } });
  });

  test('what an older ranking held of an entry that has gone since is no difference', async () => {
    const round = await anAwardedRound({ leads: [await aPerson()] });
    const gone = round.entries[4]!;
    await db.entryWithdrawal.create({ data: { entryId: gone.id, byId: gone.enteredById, at: now() } });
    await rankRound(round.where);
    await publishRound(round.where);
    const by = await actorOf({ id: round.entries[0]!.enteredById });
    await makeAppeal({ by, slug: round.contest.slug, number: 1, entryNumber: 1, text: asked });
    const { recount } = await db.appeal.findFirstOrThrow({ where: { round: { contestId: round.contest.id } } });
    expect(recount).toMatchObject({ same: true });
  });

  test('with a fitted model too', async () => {
    const round = await aPublishedRound({ uneven: true });
    await db.round.update({ where: { id: round.contest.round.id }, data: { method: 'ADJUSTED' } });
    await round.appeal();
    const { recount } = await db.appeal.findFirstOrThrow({ where: { round: { contestId: round.contest.id } } });
    expect(recount).toMatchObject({ published: { mean: 81.25 }, again: { mean: 81.25 } });
  });
});

describe('the decision', () => {
  test('is the chair’s alone, once, also of two chairs at once', async () => {
    const round = await anAppealedRound();
    const { secretary, contest, captain, made, where } = round;
    const organiser = await aRole({ kind: 'ORGANISER', unitId: contest.hostId });
    for (const other of [secretary, await actorOf(captain), await actorOf({ id: organiser.personId })]) {
      expect(await refusalOf(decide(round, reject, other))).toBe('not-allowed: contests:refusals.notChair');
    }
    const second = await aPerson();
    await aRole({ kind: 'CHAIR', personId: second.id, contestId: contest.id });
    const told = await Promise.all([
      refusalOf(decide(round, uphold)),
      refusalOf(decide(round, reject, await actorOf(second))),
    ]);
    expect(told.sort()).toEqual(['not-now: awards:refusals.appealDecided', 'taken']);
    expect(await db.event.count({ where: { contestId: contest.id, kind: 'appeal.decided' } })).toBe(1);
    for (const appealId of ['x', contest.id]) {
      expect(await refusalOf(decideAppeal({ ...where, appealId, form: reject }))).toBe('not-found: ');
    }
    const elsewhere = await anAppealedRound();
    expect(await refusalOf(decideAppeal({ ...elsewhere.where, appealId: made.id, form: reject }))).toBe('not-found: ');
  });

  test('upheld, it must change something that there is', async () => {
    const round = await anAppealedRound();
    expect(await refusalOf(decide(round, { ...uphold, award: 4 }))).toBe(
      'not-valid: award awards:problems.noSuchAward',
    );
    expect(await refusalOf(decide(round, { ...uphold, award: 2 }))).toBe(
      'not-valid: decision awards:problems.overrideSame',
    );
  });

  test('rejected, nothing changes but that it is on record', async () => {
    const round = await anAppealedRound();
    const { contest, captain } = round;
    const before = await db.certificate.findMany({ where: { outcome: { round: { contestId: contest.id } } } });
    await decide(round, reject);
    expect(await db.certificate.findMany({ where: { outcome: { round: { contestId: contest.id } } } })).toEqual(before);
    expect(await db.outcome.count({ where: { roundId: contest.round.id } })).toBe(5);
    const last = await db.contestRecord.findFirst({ where: { contestId: contest.id }, orderBy: { n: 'desc' } });
    expect(last).toMatchObject({
      kind: 'appeal-decided',
      body: { round: 1, entry: expect.stringMatching(/^B/), upheld: false, passed: true, award: 2 },
    });
    expect(await findAppealsWaiting({ by: await actorOf(captain) })).toMatchObject({ decided: [{ entry: 2 }] });
  });

  test('upheld, both editions stand: for the public, the team, the chair, and in both bundles, which still verify', async () => {
    const round = await anAppealedRound();
    const { contest, entries, where } = round;
    await decide(round, uphold);
    const [results] = (await findResults({ slug: contest.slug }))!.rounds;
    const row = results!.divisions[0]!.groups[0]!.find(({ number }) => number === 2)!;
    expect(row.outcomes.map(({ edition, award, ruleAward }) => [edition, award, ruleAward])).toEqual([
      [2, 1, 2],
      [1, 2, 2],
    ]);
    const [own] = await findOwnOutcomes({ entryId: entries[1]!.id });
    expect(own!.editions.map(({ edition, award }) => [edition, award])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect((await findAppeals(where)).appeals.map(({ outcomes, reason }) => [outcomes, reason])).toEqual([
      [
        [
          { passed: true, award: 2, because: [] },
          { passed: true, award: 1, because: [] },
        ],
        uphold.reason,
      ],
    ]);
    expect((await publicIdeas([entries[1]!.ideaId])).map(({ awards }) => awards)).toEqual([['giai-nhat']]);
    for (const bundle of [await findPublicBundle(contest), await findFullBundle({ ...contest, by: where.by })]) {
      expect(await verifyBundle(writeBundle(bundle), { root: bundle.root })).toMatchObject({ status: 'valid' });
      expect(bundle.records.filter(({ kind }) => kind === 'round-awarded' || kind === 'appeal-decided')).toMatchObject([
        { body: { awarded: expect.arrayContaining([[expect.any(String), 2]]) } },
        { body: { upheld: true, award: 1 } },
      ]);
      expect(writeBundle(bundle)).not.toContain(asked);
      expect(writeBundle(bundle)).not.toContain(uphold.reason);
    }
  });

  test('another award: the old certificates are revoked, new ones issued, and no reason of the chair is public', async () => {
    const round = await anAppealedRound();
    const { captain, mate } = round;
    await decide(round, uphold);
    for (const person of [captain, mate]) {
      const [old, fresh] = await db.certificate.findMany({
        where: { personId: person.id },
        orderBy: { number: 'asc' },
      });
      expect(await findCertificatePaper(old!)).toMatchObject({ award: 'Giải Nhì', revoked: { reason: 'APPEAL' } });
      expect(await findCertificatePaper(fresh!)).toMatchObject({ award: 'Giải Nhất', revoked: null });
    }
  });

  test('an award taken away: no certificate stands; one newly given: everyone has theirs', async () => {
    const away = await anAppealedRound();
    await decide(away, { ...uphold, passed: false, award: null });
    expect(await db.certificate.count({ where: { personId: away.captain.id, revokedAt: null } })).toBe(0);
    const given = await anAppealedRound({
      marks: [
        [5, 5],
        [1, 2],
      ],
    });
    expect(await db.certificate.count({ where: { personId: given.captain.id } })).toBe(0);
    await decide(given, { ...uphold, award: 3 });
    expect(await db.certificate.count({ where: { personId: given.captain.id, revokedAt: null } })).toBe(1);
  });

  test('the index hears of it', async () => {
    const round = await anAppealedRound();
    await decide(round, uphold);
    const event = await db.event.findFirstOrThrow({ where: { kind: 'appeal.decided', contestId: round.contest.id } });
    expect(await touchedIdeas([event as never])).toEqual([round.entries[1]!.ideaId]);
  });

  test('an entry that goes on after all is in the next round', async () => {
    const round = await aPublishedRound({
      rules: { awards: [], pass: [{ round: 1, top: 1, minMean: null, noZero: false }] },
    });
    const { contest } = round;
    await round.appeal();
    const next = async () =>
      (await findRoundEntries(db, { contestId: contest.id, number: 2 })).map(({ number }) => number);
    expect(await next()).toEqual([1]);
    const made = await db.appeal.findFirstOrThrow({ where: { round: { contestId: contest.id } } });
    await decide({ ...round, made }, { ...uphold, award: null });
    expect(await next()).toEqual([1, 2]);
  });
});

describe('a changed result has a newer edition', () => {
  const told = async (contestId: string) => {
    const event = await db.event.findFirstOrThrow({ where: { contestId, kind: 'appeal.decided' } });
    const payload = event.payload as Record<string, string>;
    const news = await db.$transaction((tx) =>
      tellers['appeal.decided']!(tx, { ...event, kind: 'appeal.decided', payload } as never),
    );
    return news.told ?? [];
  };

  test('whose root every captain is sent, and nobody else; a rejected one sends none', async () => {
    const round = await anAppealedRound();
    const { contest, entries, captain, mate } = round;
    await decide(round, uphold);
    const news = await told(contest.id);
    const [own, all] = news;
    expect(news.length).toBe(2);
    expect([own!.kind, [...own!.people].sort()]).toEqual(['appeal-decided', [captain.id, mate.id].sort()]);
    const captains = entries.map(({ enteredById }) => enteredById).sort();
    expect([all!.kind, all!.letter, [...all!.people].sort()]).toEqual(['results-changed', true, captains]);
    const [names] = await findSubjectNames({ subjects: [all!.subject] });
    const { root } = await findPublicBundle(contest);
    expect(names!.root).toBe(root);
    const letter = writeLetter(
      { kind: 'results-changed', language: 'vi', subject: all!.subject, names: names! },
      { t: i18nFor('vi').t, origin: 'https://y-hay.example', token: () => '' },
    );
    expect([letter.text.includes(root), letter.html.includes(root)]).toEqual([true, true]);
    const [published] = await findSubjectNames({
      subjects: [{ contestId: contest.id, roundId: contest.round.id }],
    });
    expect(published!.root).not.toBe(root);

    const kept = await anAppealedRound();
    await decide(kept, reject);
    expect((await told(kept.contest.id)).map(({ kind }) => kind)).toEqual(['appeal-decided']);
  });

  test('both editions can be had and verify, each against its own root; the newer one says what it is against the older', async () => {
    const round = await anAppealedRound();
    const { contest, where } = round;
    const before = await findPublicBundle(contest);
    await decide(round, uphold);
    const { editions, root } = (await findVerification({ by: null, slug: contest.slug }))!;
    expect(editions.map(({ number, by, round: of, root: hash }) => [number, by, of, hash])).toEqual([
      [2, 'appeal-changed', 1, root],
      [1, 'published', 1, before.root],
    ]);
    expect(await findPublicBundle({ ...contest, edition: 1 })).toEqual(before);
    for (const bundle of [
      await findPublicBundle({ ...contest, edition: 1 }),
      await findFullBundle({ ...contest, by: where.by, edition: 1 }),
      await findPublicBundle(contest),
      await findFullBundle({ ...contest, by: where.by }),
    ]) {
      const text = writeBundle(bundle);
      expect(await verifyBundle(text, { root: bundle.root })).toMatchObject({ status: 'valid', held: true });
      const { edition, held } = editionOfBundle(text, { root: before.root });
      expect([edition!.root, held!.number]).toEqual([bundle.root, 1]);
    }
    const text = writeBundle(await findPublicBundle(contest));
    expect(await verifyBundle(text, { root: before.root })).toMatchObject({ status: 'changed' });
    for (const edition of [0, 3]) {
      expect(await refusalOf(findPublicBundle({ ...contest, edition }))).toBe('not-found: ');
    }
  });

  test('a rejected appeal makes none: files, root and minutes stay as they were, and the next edition holds it', async () => {
    const round = await anAppealedRound();
    const { contest, where, first, appeal } = round;
    const verification = () => findVerification({ by: null, slug: contest.slug });
    const before = {
      open: await findPublicBundle(contest),
      full: await findFullBundle({ ...contest, by: where.by }),
      verification: (await verification())!,
      papers: await findPapers(where),
    };
    expect(before.verification).toMatchObject({ root: before.open.root, rejected: 0 });
    await decide(round, reject);
    expect(await findPublicBundle(contest)).toEqual(before.open);
    expect(await findFullBundle({ ...contest, by: where.by })).toEqual(before.full);
    expect(await verification()).toEqual({ ...before.verification, rejected: 1 });
    expect(await findPapers(where)).toMatchObject({ root: before.open.root, earlierRoots: [] });
    expect(await refusalOf(findPublicBundle({ ...contest, edition: 2 }))).toBe('not-found: ');

    await appeal(first, { entryNumber: 1 });
    const made = await db.appeal.findFirstOrThrow({ where: { round: { contestId: contest.id }, decidedAt: null } });
    await decide({ ...round, made }, { ...uphold, award: 2 });
    const after = await findPublicBundle(contest);
    const appeals = after.records.filter(({ kind }) => kind === 'appeal-decided');
    expect(appeals.map(({ body }) => (body as { upheld: boolean }).upheld)).toEqual([false, true]);
    expect(await verification()).toMatchObject({
      root: after.root,
      rejected: 0,
      editions: [
        { number: 2, by: 'appeal-changed' },
        { number: 1, root: before.open.root },
      ],
    });
    for (const bundle of [after, await findFullBundle({ ...contest, by: where.by })]) {
      expect(await verifyBundle(writeBundle(bundle), { root: after.root })).toMatchObject({ status: 'valid' });
    }
  });

  test('whose root stands on the minutes, above the one of the publication', async () => {
    const round = await anAppealedRound();
    const { contest, where } = round;
    const before = await findPublicBundle(contest);
    expect(await findPapers(where)).toMatchObject({ root: before.root, earlierRoots: [] });
    await decide(round, uphold);
    const { root } = await findPublicBundle(contest);
    const papers = await findPapers(where);
    expect(papers).toMatchObject({ root, earlierRoots: [{ hash: before.root, appeal: false }] });
    const minutes = bodyOf(await writeMinutes(papers, { origin: 'https://y-hay.example' }));
    expect([minutes.includes(root), minutes.includes(before.root)]).toEqual([true, true]);
  });
});

test('in the last round nobody goes on: an appeal decides on the award alone', async () => {
  const round = await anAppealedRound();
  await decide(round, { ...uphold, passed: false, award: 1 });
  const newest = await db.outcome.findFirstOrThrow({
    where: { entryId: round.entries[1]!.id },
    orderBy: { edition: 'desc' },
  });
  expect([newest.passed, newest.award]).toEqual([true, 1]);
  const other = await anAppealedRound();
  expect(await refusalOf(decide(other, { ...uphold, passed: false, award: 2 }))).toBe(
    'not-valid: decision awards:problems.overrideSame',
  );
});

test('who is waited for sees it among their own things, and nobody else', async () => {
  const round = await anAppealedRound();
  const { where, secretary, captain, contest } = round;
  const waiting = async (by: { id: string }) => findAppealsWaiting({ by: await actorOf(by) });
  expect(await waiting(where.by)).toEqual({
    toDecide: [
      { slug: contest.slug, contest: contest.name, number: 1, name: 'Vòng 1', count: 1, oldest: round.made.at },
    ],
    decided: [],
  });
  expect(await waiting(secretary)).toEqual({ toDecide: [], decided: [] });
  expect(await waiting(captain)).toEqual({ toDecide: [], decided: [] });
  await decide(round, uphold);
  expect(await waiting(where.by)).toEqual({ toDecide: [], decided: [] });
  expect((await waiting(captain)).decided.map(({ slug, entry }) => [slug, entry])).toEqual([[contest.slug, 2]]);
  expect((await waiting(round.mate)).decided).toEqual([]);
});

test('the rules say how long one may appeal', () => {
  const lines = (appealDays: number | null) =>
    rulesInWords({ ...firstRules, appealDays }, { host: 'Thành Đoàn Thử', rounds: [] }).flatMap(
      (section) => section.lines,
    );
  expect(lines(7)).toContainEqual({ key: 'contests:rules.appeal', values: { count: 7 } });
  expect(lines(null).filter(({ key }) => key === 'contests:rules.appeal')).toEqual([]);
});

test('a closed account takes its words with it, and the chain stands', async () => {
  atTime('2026-11-22T10:00:00+07:00');
  const round = await anAppealedRound();
  const { captain, contest, where } = round;
  await decide(round, uphold);
  await db.accountClosing.create({
    data: { personId: captain.id, askedAt: now(), erasesAt: now(), ideas: 'KEPT_UNNAMED' },
  });
  expect(await eraseClosedAccounts()).toBe(1);
  expect((await db.appeal.findUniqueOrThrow({ where: { id: round.made.id } })).text).toBe('–');
  const openings = await db.contestRecordOpening.findMany({ where: { contestId: contest.id } });
  expect(JSON.stringify(openings)).not.toContain(asked);
  const bundle = await findFullBundle({ slug: contest.slug, by: where.by });
  expect(await verifyBundle(writeBundle(bundle), { root: bundle.root })).toMatchObject({ status: 'valid' });
});
