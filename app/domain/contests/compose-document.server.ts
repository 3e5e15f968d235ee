import type { Tx } from '#app/platform/db/db.server.ts';
import { type RulesDocument, readRules } from './contest-rules.ts';
import { panelUnitColumns, panelUnitsOf } from './panel-units.ts';

/** The whole thể lệ as it stands in the tables: what is frozen at the opening and what the hash is of. */
export async function composeDocument(tx: Tx, contestId: string): Promise<RulesDocument> {
  const contest = await tx.contest.findUniqueOrThrow({
    where: { id: contestId },
    select: {
      slug: true,
      name: true,
      opensAt: true,
      closesAt: true,
      suspendedAt: true,
      host: { select: { id: true, name: true } },
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
      divisions: { orderBy: { position: 'asc' }, select: { slug: true, name: true } },
      rounds: {
        orderBy: { number: 'asc' },
        select: {
          number: true,
          kind: true,
          name: true,
          opensAt: true,
          closesAt: true,
          reviewsPerEntry: true,
          method: true,
          blind: true,
          panels: true,
          panelUnits: panelUnitColumns,
          othersMarks: true,
          rubrics: {
            select: {
              division: { select: { slug: true } },
              criteria: {
                orderBy: { position: 'asc' },
                select: {
                  name: true,
                  description: true,
                  weight: true,
                  min: true,
                  max: true,
                  step: true,
                  anchors: { orderBy: { mark: 'asc' }, select: { mark: true, text: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  return {
    contest: {
      slug: contest.slug,
      name: contest.name,
      host: contest.host,
      opensAt: contest.opensAt.toISOString(),
      closesAt: contest.closesAt.toISOString(),
      ...(contest.suspendedAt === null ? {} : { suspendedAt: contest.suspendedAt.toISOString() }),
    },
    rules: readRules(contest.rules[0]?.body),
    divisions: contest.divisions,
    rounds: contest.rounds.map(({ opensAt, closesAt, rubrics, panels, panelUnits, othersMarks, ...round }) => ({
      ...round,
      // Rules frozen before they could say these leave them out, and their hash stays what it was.
      ...(panels === 'NONE' ? {} : { panels }),
      ...(panels === 'UNIT' ? { panelUnits: panelUnitsOf(panelUnits) } : {}),
      ...(othersMarks === 'CLOSED' ? {} : { othersMarks }),
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      rubrics: rubrics
        .map(({ division, criteria }) => ({ division: division?.slug ?? null, criteria }))
        .sort((a, b) => ((a.division ?? '') < (b.division ?? '') ? -1 : 1)),
    })),
  };
}
