import { type Actor, isAdministrator } from '#app/domain/people/actor.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { phaseOf } from './contest.ts';

/** Contests this person runs: of units they organise and everything below, and those they chair or keep the books of. */
export async function findManagedContests({ by, page }: { by: Actor; page: number }) {
  const at = now();
  const perPage = 30;
  const paths = by.roles.flatMap(({ kind, unitPath }) =>
    unitPath !== null && (kind === 'ORGANISER' || kind === 'ADMINISTRATOR') ? [unitPath] : [],
  );
  const contestIds = by.roles.flatMap(({ kind, contestId }) =>
    contestId !== null && (kind === 'CHAIR' || kind === 'SECRETARY') ? [contestId] : [],
  );
  const everywhere = isAdministrator(by) && paths.length === 0;
  const where = everywhere
    ? {}
    : {
        OR: [{ id: { in: contestIds } }, ...paths.map((path) => ({ host: { path: { startsWith: path } } }))],
      };
  const [rows, total] = await Promise.all([
    db.contest.findMany({
      where,
      relationLoadStrategy: 'join',
      orderBy: [{ state: 'asc' }, { closesAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        slug: true,
        name: true,
        state: true,
        opensAt: true,
        closesAt: true,
        suspendedAt: true,
        host: { select: { name: true, kind: true, code: true } },
        rounds: { orderBy: { number: 'asc' }, select: { number: true, name: true, state: true, closesAt: true } },
        _count: { select: { entries: { where: { withdrawal: null } }, judges: true } },
      },
    }),
    db.contest.count({ where }),
  ]);
  return {
    contests: rows.map(({ host, _count, ...contest }) => ({
      ...contest,
      host: unitTitle(host),
      phase: phaseOf(contest, at),
      entries: _count.entries,
      judges: _count.judges,
    })),
    total,
    pages: Math.max(1, Math.ceil(total / perPage)),
  };
}

/** Units in which this person may make a contest: those they organise, by name. */
export async function findHosts({ by }: { by: Actor }): Promise<{ id: number; name: string }[]> {
  const ids = by.roles.flatMap(({ kind, unitId }) =>
    unitId !== null && (kind === 'ORGANISER' || kind === 'ADMINISTRATOR') ? [unitId] : [],
  );
  if (ids.length === 0) return [];
  const columns = { id: true, name: true, kind: true, code: true } as const;
  const own = await db.unit.findMany({ where: { id: { in: ids }, endsOn: null }, select: columns });
  const below = await db.unit.findMany({
    where: { parentId: { in: ids }, endsOn: null },
    orderBy: { name: 'asc' },
    take: 500,
    select: columns,
  });
  return [...own, ...below.filter(({ id }) => !ids.includes(id))].map((unit) => ({
    id: unit.id,
    name: unitTitle(unit),
  }));
}
