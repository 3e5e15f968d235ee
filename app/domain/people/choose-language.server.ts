import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';

/** The language of pages and letters, wherever this person signs in. */
export async function chooseLanguage({ by, language }: { by: Actor; language: 'vi' | 'en' }): Promise<void> {
  if (by.language === language) return;
  await db.$transaction(async (tx) => {
    await tx.person.update({ where: { id: by.id }, data: { language } });
    await recordEvent(tx, { kind: 'person.language-chosen', by: by.id, personId: by.id, payload: { language } });
  });
}
