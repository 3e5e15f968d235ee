import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { LetterKind, NoticeKind, Subject } from './notice.ts';

/** A person to tell in the site, and by mail too where `letter` is set and they have a verified address. */
export type Told = { people: string[]; kind: NoticeKind; letter?: boolean; subject: Subject };
/** An address to write to, whether or not it has an account. */
export type Addressed = {
  to: string;
  personId: string | null;
  kind: LetterKind;
  language?: 'vi' | 'en';
  subject: Subject;
};
export type News = { told?: Told[]; addressed?: Addressed[] };

export type Teller = (tx: Tx, event: HistoryEvent) => Promise<News>;

export const nothing: News = {};

export function idIn(event: HistoryEvent, name: string): string | undefined {
  const value = event.payload[name];
  return typeof value === 'string' ? value : undefined;
}

/** Staff of the nearest unit at or above `unitId` that has any; administrators where none has. */
export async function nearestStaff(
  tx: Tx,
  unitId: number | null,
  kinds: ('MODERATOR' | 'ORGANISER')[] = ['MODERATOR', 'ORGANISER'],
): Promise<string[]> {
  const unit = unitId === null ? null : await tx.unit.findUnique({ where: { id: unitId }, select: { path: true } });
  const upwards = (unit?.path ?? '').split('/').filter(Boolean).map(Number).reverse();
  const roles = await tx.roleGrant.findMany({
    where: {
      endedAt: null,
      OR: [{ until: null }, { until: { gt: now() } }],
      AND: {
        OR: [{ kind: { in: kinds }, unitId: { in: upwards } }, { kind: 'ADMINISTRATOR' }],
      },
    },
    select: { personId: true, unitId: true, kind: true },
  });
  for (const id of upwards) {
    const here = roles.filter((role) => role.unitId === id && role.kind !== 'ADMINISTRATOR');
    if (here.length > 0) return here.map((role) => role.personId);
  }
  return roles.filter((role) => role.kind === 'ADMINISTRATOR').map((role) => role.personId);
}

export async function officersOf(tx: Tx, contestId: string): Promise<string[]> {
  const roles = await tx.roleGrant.findMany({
    where: {
      contestId,
      kind: { in: ['CHAIR', 'SECRETARY'] },
      endedAt: null,
      OR: [{ until: null }, { until: { gt: now() } }],
    },
    select: { personId: true },
  });
  return roles.map((role) => role.personId);
}

export async function teamOf(tx: Tx, ideaId: string): Promise<string[]> {
  const idea = await tx.idea.findUnique({
    where: { id: ideaId },
    select: {
      ownerId: true,
      members: { where: { confirmedAt: { not: null }, leftAt: null }, select: { personId: true } },
    },
  });
  if (idea === null) return [];
  return [idea.ownerId, ...idea.members.flatMap((member) => member.personId ?? [])];
}
