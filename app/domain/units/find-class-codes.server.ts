import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type ClassCodeState, classCodeState } from './class-code.ts';
import { maySeeInsideUnit } from './unit-access.ts';

export type ClassCodeRow = {
  id: string;
  code: string;
  label: string;
  seats: number;
  taken: number;
  createdAt: Date;
  expiresAt: Date;
  state: ClassCodeState;
};

const columns = { unit: { select: { slug: true, name: true, path: true } }, _count: { select: { joined: true } } };

/** The codes of a unit for its staff, the newest first. */
export async function findClassCodes({ by, slug }: { by: Actor; slug: string }): Promise<ClassCodeRow[]> {
  const unit = await db.unit.findUnique({ where: { slug }, select: { id: true, path: true } });
  if (unit === null) throw new NotFound();
  const why = maySeeInsideUnit(by, unit);
  if (why !== null) throw new NotAllowed(why);
  const codes = await db.classCode.findMany({
    where: { unitId: unit.id },
    orderBy: { createdAt: 'desc' },
    take: 200,
    include: columns,
  });
  return codes.map(row);
}

/** One code, to be printed. */
export async function findClassCode({ by, codeId }: { by: Actor; codeId: string }) {
  const code = isUuid(codeId) ? await db.classCode.findUnique({ where: { id: codeId }, include: columns }) : null;
  if (code === null) throw new NotFound();
  const why = maySeeInsideUnit(by, code.unit);
  if (why !== null) throw new NotAllowed(why);
  return { ...row(code), unit: { slug: code.unit.slug, name: code.unit.name } };
}

type Kept = Omit<ClassCodeRow, 'taken' | 'state'> & { withdrawnAt: Date | null; _count: { joined: number } };

function row({ id, code, label, seats, createdAt, expiresAt, withdrawnAt, _count }: Kept): ClassCodeRow {
  const taken = _count.joined;
  const state = classCodeState({ seats, taken, expiresAt, withdrawnAt }, now());
  return { id, code, label, seats, taken, createdAt, expiresAt, state };
}
