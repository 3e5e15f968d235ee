import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { LetterKind, NoticeKind } from './notice.ts';
import type { Addressed } from './teller.server.ts';
import { tellers } from './tellers.server.ts';

/** Receipts: also for the one who did it. */
const receipts = new Set<NoticeKind>(['mail-changed', 'entry-made', 'role-granted', 'judge-appointed']);

/**
 * Writes the notices and the letters that follow from events, in the transaction that moves the reader on. Each notice
 * is there once per event, person and kind, each letter once per event, address and kind, however often this runs.
 * Nobody is told of what they did themselves, except for a receipt.
 */
export async function writeNotices(tx: Tx, events: HistoryEvent[]): Promise<void> {
  const at = now();
  for (const event of events) {
    const tell = tellers[event.kind];
    if (tell === undefined) continue;
    const { told = [], addressed = [] } = await tell(tx, event);
    const letters = [...addressed];
    for (const { people, kind, subject, letter } of told) {
      const personIds = [...new Set(people)].filter((id) => receipts.has(kind) || id !== event.byId);
      if (personIds.length === 0) continue;
      await tx.notice.createMany({
        data: personIds.map((personId) => ({ eventId: event.id, personId, kind, subject, createdAt: at })),
        skipDuplicates: true,
      });
      if (!letter) continue;
      const reachable = await tx.person.findMany({
        where: {
          id: { in: personIds },
          email: { not: null },
          emailVerifiedAt: { not: null },
          closedAt: null,
          mutedLetters: { none: { kind } },
        },
        select: { id: true, email: true, language: true },
      });
      for (const person of reachable) {
        letters.push({
          to: person.email!,
          personId: person.id,
          kind: kind as LetterKind,
          language: person.language,
          subject,
        });
      }
    }
    if (letters.length === 0) continue;
    const languages = await languagesOf(tx, letters);
    await tx.letter.createMany({
      data: letters.map(({ to, personId, kind, language, subject }) => ({
        eventId: event.id,
        kind,
        personId,
        to,
        language: language ?? languages.get(personId ?? '') ?? 'vi',
        subject,
        createdAt: at,
        nextAt: at,
      })),
      skipDuplicates: true,
    });
  }
}

async function languagesOf(tx: Tx, letters: Addressed[]): Promise<Map<string, 'vi' | 'en'>> {
  const ids = letters.filter((letter) => letter.language === undefined).flatMap((letter) => letter.personId ?? []);
  if (ids.length === 0) return new Map();
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, language: true } });
  return new Map(people.map((person) => [person.id, person.language]));
}
