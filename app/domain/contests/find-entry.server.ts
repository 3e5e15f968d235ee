import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hidesTeams, takesEntriesUntil } from './contest.ts';
import { seesTeams, whyNotPrepare } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { findCandidates } from './find-candidates.server.ts';
import { ownDeadline } from './own-deadline.server.ts';

/**
 * An entry for its team, and for the contest's officers as far as they may know teams; null for everyone else. The lead also
 * learns which versions could take its place and what stands against each change.
 */
export async function findEntry({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const at = now();
  const entry = await db.entry.findFirst({
    where: { number, contest: { slug } },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      number: true,
      receipt: true,
      ideaId: true,
      enteredAt: true,
      changedAt: true,
      answers: true,
      withdrawal: { select: { at: true, reason: true } },
      outside: { where: { withdrawnAt: null }, select: { rule: true, reason: true } },
      division: { select: { name: true } },
      idea: { select: { slug: true } },
      version: {
        select: {
          id: true,
          number: true,
          title: true,
          abstract: true,
          problem: true,
          solution: true,
          novelty: true,
          method: true,
          beneficiaries: true,
          progress: true,
          needs: true,
          files: { select: { file: { select: { id: true, name: true } } } },
        },
      },
      members: { select: { kind: true, person: { select: { id: true, fullName: true } } } },
      contest: {
        select: {
          id: true,
          slug: true,
          name: true,
          state: true,
          opensAt: true,
          closesAt: true,
          suspendedAt: true,
          host: { select: { name: true, kind: true, code: true, path: true } },
          rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
          rounds: { select: { number: true, blind: true, state: true } },
        },
      },
    },
  });
  if (entry === null) return null;
  const { contest, version, members } = entry;
  const blindNow = hidesTeams(contest);
  const onTeam = members.some(({ person }) => person.id === by.id);
  const place = { id: contest.id, hostPath: contest.host.path };
  if (!onTeam && !seesTeams(by, { ...place, blindNow })) return null;
  const over = contest.state === 'PUBLISHED' || contest.state === 'CANCELLED';
  const marked = entry.outside.length > 0;
  const lead = members.some(({ kind, person }) => kind === 'LEAD' && person.id === by.id);
  const until = lead ? await ownDeadline(db, { contestId: contest.id, personId: by.id }) : null;
  const judged = contest.rounds.some(({ state }) => state !== 'PLANNED');
  const open = takesEntriesUntil(contest, { until, judged }, at);
  const { questions } = readRules(contest.rules[0]?.body).entries;
  const answers = entry.answers as Record<string, string>;
  const [candidate] =
    lead && open && entry.withdrawal === null
      ? await findCandidates(db, {
          contest,
          rules: readRules(contest.rules[0]?.body),
          leadId: by.id,
          ideaIds: [entry.ideaId],
          exceptEntryId: entry.id,
          at,
        })
      : [];
  const { files, id: versionId, ...text } = version;
  return {
    id: entry.id,
    number: entry.number,
    receipt: entry.receipt,
    enteredAt: entry.enteredAt,
    changedAt: entry.changedAt,
    withdrawal: entry.withdrawal,
    /** By a rule of the thể lệ, or with the reason it was decided for. */
    outside: entry.outside[0] ?? null,
    division: entry.division.name,
    answers: questions.map((question, at) => ({ question, answer: answers[String(at + 1)] ?? '' })),
    until,
    idea: entry.idea,
    text,
    files: files.map(({ file }) => file),
    team: members.map(({ kind, person }) => ({ name: person.fullName, lead: kind === 'LEAD' })),
    contest: {
      slug: contest.slug,
      name: contest.name,
      closesAt: contest.closesAt,
      state: contest.state,
      suspended: contest.suspendedAt !== null,
    },
    blindNow,
    onTeam,
    /** Organisers and the secretary say which entries take part outside the competition, or read why this one does. */
    seesOutside: whyNotPrepare(by, place) === null && (marked || (!over && entry.withdrawal === null)),
    mayChange: lead && open && entry.withdrawal === null,
    /** It was withdrawn, and its lead may enter again. */
    mayReturn: lead && open && entry.withdrawal !== null,
    mayWithdraw:
      lead &&
      entry.withdrawal === null &&
      (contest.state === 'OPEN' || contest.state === 'CLOSED') &&
      contest.rounds.every(({ state }) => state === 'PLANNED' || state === 'OPEN'),
    versions: (candidate?.versions ?? []).map((one) => ({ ...one, entered: one.id === versionId })),
  };
}
