import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import type {
  ContestState,
  OthersMarks,
  RankingMethod,
  RoundKind,
  RoundPanels,
  RoundState,
} from '#app/domain/contests/contest.ts';
import { type ContestRules, firstRules } from '#app/domain/contests/contest-rules.ts';
import { writeReceipt } from '#app/domain/contests/entry.ts';
import { unitPanel } from '#app/domain/contests/round-panels.ts';
import { hundredPoints } from '#app/domain/contests/rubric.ts';
import { writeRubric } from '#app/domain/contests/write-rubric.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Chance } from '#prisma/chance.ts';
import { demoLogins } from './demo-sign-ins.ts';
import { dayMs, fiveOClock } from './five-o-clock.ts';

export type Idea = {
  id: string;
  versionId: string;
  fieldId: string | null;
  members: { personId: string; kind: 'LEAD' | 'MEMBER' }[];
};

export type Plan = {
  slug: string;
  name: string;
  summary: string;
  state: ContestState;
  opens: number;
  closes: number;
  rules: Partial<Omit<ContestRules, 'entrants'>> & { entrants?: Partial<ContestRules['entrants']> };
  divisions: { slug: string; name: string }[];
  rounds: {
    kind: RoundKind;
    name: string;
    state: RoundState;
    days: number;
    reviews: number;
    method: RankingMethod;
    blind: boolean;
    panels?: RoundPanels;
    /** Slugs of units, where the round is parted by them. */
    panelUnits?: string[];
    othersMarks?: OthersMarks;
  }[];
  /** `pools`: slugs of divisions, or of units a round is parted by; without: for any. */
  judges: { login: string; pools?: string[]; deputy?: boolean }[];
  ideas: Idea[];
  /** The place in `divisions` of each idea's; without: in turn. */
  places?: number[];
  /** What takes part outside the competition, by number and for what reason. */
  outside?: { number: number; reason: string };
};

/** A contest as a plan has it, with its rounds, its people and its entries. */
export async function layContest({
  chance,
  plan,
  hostId,
  people,
}: {
  chance: Chance;
  plan: Plan;
  hostId: number;
  people: ReadonlyMap<string, string>;
}): Promise<{ slug: string; contestId: string; roundId: string; reviews: number }> {
  const organiser = people.get(demoLogins.organiser)!;
  const [opensAt, closesAt] = [fiveOClock(plan.opens), fiveOClock(plan.closes)];
  const frozenAt = new Date(Math.min(opensAt.getTime() - dayMs, fiveOClock(-2).getTime()));
  const rules: ContestRules = {
    ...firstRules,
    ...plan.rules,
    entrants: { ...firstRules.entrants, ...plan.rules.entrants },
  };
  return db.$transaction(
    async (tx) => {
      const contest = await tx.contest.create({
        data: {
          slug: plan.slug,
          name: plan.name,
          summary: plan.summary,
          hostId,
          state: plan.state,
          opensAt,
          closesAt,
          createdById: organiser,
          createdAt: frozenAt,
          openedAt: plan.state === 'DRAFT' ? null : frozenAt,
          publishedAt: plan.state === 'PUBLISHED' ? fiveOClock(-15) : null,
          rules: { create: { number: 1, body: rules, byId: organiser, at: frozenAt } },
          divisions: { create: plan.divisions.map((division, index) => ({ ...division, position: index + 1 })) },
        },
        select: { id: true, divisions: { orderBy: { position: 'asc' }, select: { id: true, slug: true } } },
      });
      const after = (days: number) => new Date(closesAt.getTime() + days * dayMs);
      const roundIds: string[] = [];
      const units = await tx.unit.findMany({
        where: { slug: { in: plan.rounds.flatMap(({ panelUnits }) => panelUnits ?? []) } },
        select: { id: true, slug: true },
      });
      const unitIds = new Map(units.map(({ id, slug }) => [slug, id]));
      const poolOf = (slug: string) => (unitIds.has(slug) ? unitPanel(unitIds.get(slug)!) : slug);
      for (const [index, { days, reviews, panelUnits = [], ...round }] of plan.rounds.entries()) {
        const { id } = await tx.round.create({
          data: {
            ...round,
            contestId: contest.id,
            number: index + 1,
            opensAt: after(index === 0 ? 0 : plan.rounds[index - 1]!.days),
            closesAt: after(days),
            reviewsPerEntry: reviews,
            panelUnits: { createMany: { data: panelUnits.map((slug) => ({ unitId: unitIds.get(slug)! })) } },
          },
          select: { id: true },
        });
        await writeRubric(tx, { roundId: id, divisionId: null, criteria: hundredPoints });
        roundIds.push(id);
      }
      if (plan.state !== 'DRAFT') {
        const document = await composeDocument(tx, contest.id);
        await tx.contestRules.updateMany({
          where: { contestId: contest.id },
          data: { document, hash: await hashOfJson(document), frozenAt },
        });
        const acts = (['OPEN', 'CLOSED', 'PUBLISHED'] as const).slice(
          0,
          ['OPEN', 'CLOSED', 'PUBLISHED'].indexOf(plan.state) + 1,
        );
        await tx.contestAct.createMany({
          data: acts.map((to, index) => ({
            contestId: contest.id,
            to,
            byId: organiser,
            at: [frozenAt, closesAt, fiveOClock(-15)][index]!,
          })),
        });
        await tx.roleGrant.createMany({
          data: (['CHAIR', 'SECRETARY'] as const).map((kind) => ({
            kind,
            personId: people.get(kind === 'CHAIR' ? demoLogins.chair : demoLogins.secretary)!,
            contestId: contest.id,
            grantedById: organiser,
            grantedAt: frozenAt,
          })),
        });
      }
      for (const [index, { login, pools = [], deputy = false }] of plan.judges.entries()) {
        const personId = people.get(login)!;
        const role = await tx.roleGrant.create({
          data: { kind: 'JUDGE', personId, contestId: contest.id, grantedById: organiser, grantedAt: frozenAt },
          select: { id: true },
        });
        await tx.judge.create({
          data: {
            roleGrantId: role.id,
            contestId: contest.id,
            personId,
            number: index + 1,
            minLoad: 0,
            maxLoad: 20,
            fieldIds: [],
            pools: pools.map(poolOf),
            deputy,
          },
        });
      }
      for (const [index, idea] of plan.ideas.entries()) {
        const number = index + 1;
        const division = contest.divisions[plan.places?.[index] ?? index % contest.divisions.length]!;
        const enteredAt = new Date(
          Math.min(closesAt.getTime(), now().getTime()) - (plan.ideas.length - index) * 5_400_000,
        );
        await tx.entry.create({
          data: {
            contestId: contest.id,
            divisionId: division.id,
            ideaId: idea.id,
            versionId: idea.versionId,
            number,
            receipt: writeReceipt({
              year: enteredAt.getUTCFullYear(),
              number,
              bytes: Uint8Array.from({ length: 40 }, () => chance.below(256)),
            }),
            pool: division.slug,
            enteredById: idea.members[0]!.personId,
            enteredAt,
            members: { createMany: { data: idea.members } },
            ...(plan.outside?.number === number
              ? { outside: { create: { reason: plan.outside.reason, byId: organiser, at: closesAt } } }
              : {}),
          },
        });
      }
      if (plan.state === 'CLOSED' || plan.state === 'PUBLISHED') {
        const states = (['OPEN', 'CLOSED', 'PUBLISHED'] as const).slice(0, plan.state === 'CLOSED' ? 1 : 3);
        await tx.roundAct.createMany({
          data: states.map((to, index) => ({
            roundId: roundIds[0]!,
            to,
            byId: people.get(index === 0 ? demoLogins.secretary : demoLogins.chair)!,
            at: [new Date(closesAt.getTime() + dayMs), fiveOClock(-18), fiveOClock(-15)][index]!,
          })),
        });
      }
      return { slug: plan.slug, contestId: contest.id, roundId: roundIds[0]!, reviews: plan.rounds[0]!.reviews };
    },
    { timeout: 60_000 },
  );
}
