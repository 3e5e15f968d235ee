import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { readSigned, signWords } from '#app/platform/sealing.server.ts';
import { chosenLetters, isChosen } from './letter-choice.ts';
import type { LetterKind } from './notice.ts';

const use = 'unsubscribe';

/** The kinds of letter a person gets, of those one may choose. */
export async function findLetterChoice({ by }: { by: Actor }): Promise<{ wanted: LetterKind[]; mail: string | null }> {
  const [muted, me] = await Promise.all([
    db.mutedLetter.findMany({ where: { personId: by.id }, select: { kind: true } }),
    db.person.findUniqueOrThrow({ where: { id: by.id }, select: { email: true } }),
  ]);
  return { wanted: chosenLetters.filter((kind) => !muted.some((one) => one.kind === kind)), mail: me.email };
}

/** Sets which kinds of letter a person gets; the last word holds. What was owed and is no longer wanted is not sent. */
export async function chooseLetters({ by, wanted }: { by: Actor; wanted: readonly string[] }): Promise<void> {
  const muted = chosenLetters.filter((kind) => !wanted.includes(kind));
  await db.$transaction(async (tx) => {
    await tx.mutedLetter.deleteMany({ where: { personId: by.id, kind: { notIn: muted } } });
    const { count } = await tx.mutedLetter.createMany({
      data: muted.map((kind) => ({ personId: by.id, kind, at: now() })),
      skipDuplicates: true,
    });
    await tx.letter.deleteMany({ where: { personId: by.id, kind: { in: muted }, sentAt: null } });
    if (count > 0) {
      await recordEvent(tx, { kind: 'person.letters-muted', by: by.id, personId: by.id, payload: { count } });
    }
  });
}

/** What stands in the address that stops one kind of letter to one person, without signing in and for as long as it is kept. */
export function unsubscribeToken({ personId, kind }: { personId: string; kind: LetterKind }): string {
  return signWords(`${personId}.${kind}`, { use });
}

/** Whose letters of which kind a token stops, and whether they have stopped. Null where it is not ours. */
export async function findUnsubscribing({
  token,
}: {
  token: string;
}): Promise<{ personId: string; kind: LetterKind; muted: boolean } | null> {
  const [personId = '', kind = ''] = (readSigned(token, { use }) ?? '').split('.');
  if (!isChosen(kind)) return null;
  const person = await db.person.findUnique({ where: { id: personId }, select: { id: true } });
  if (person === null) return null;
  const muted = await db.mutedLetter.count({ where: { personId, kind } });
  return { personId, kind, muted: muted > 0 };
}

/** Stops one kind of letter by the link in one. A second time changes nothing. NotFound where the link is not ours. */
export async function unsubscribe({ token }: { token: string }): Promise<{ kind: LetterKind }> {
  const found = await findUnsubscribing({ token });
  if (found === null) throw new NotFound({ key: 'notifications:refusals.linkUnknown' });
  const { personId, kind } = found;
  await db.$transaction(async (tx) => {
    const { count } = await tx.mutedLetter.createMany({
      data: [{ personId, kind, at: now() }],
      skipDuplicates: true,
    });
    await tx.letter.deleteMany({ where: { personId, kind, sentAt: null } });
    if (count > 0) {
      await recordEvent(tx, { kind: 'person.letters-muted', by: personId, personId, payload: { count } });
    }
  });
  return { kind };
}
