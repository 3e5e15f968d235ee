import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockSheet } from './lock-sheet.server.ts';
import { whyNotMark } from './scoresheet-access.ts';

/**
 * Notes to the team and to the panel. Written over an older text than the one on the server, they are refused and stay with
 * whoever typed them; a resend of the same text is harmless.
 */
export async function saveSheetNotes({
  by,
  sheetId,
  noteToTeam,
  noteToPanel,
  noteRevision,
}: {
  by: Actor;
  sheetId: string;
  noteToTeam: string;
  noteToPanel: string;
  /** The revision the judge's page showed. */
  noteRevision: number;
}): Promise<{ noteRevision: number }> {
  return db.$transaction(async (tx) => {
    const sheet = await lockSheet(tx, { id: sheetId, by });
    if (sheet.noteToTeam === noteToTeam && sheet.noteToPanel === noteToPanel)
      return { noteRevision: sheet.noteRevision };
    const whyNot = whyNotMark(sheet);
    if (whyNot !== null) throw new NotNow(whyNot);
    if (noteRevision !== sheet.noteRevision) throw new NotNow({ key: 'judging:refusals.notesChanged' });
    const { noteRevision: next } = await tx.scoresheet.update({
      where: { id: sheet.id },
      data: { noteToTeam, noteToPanel, noteRevision: { increment: 1 } },
      select: { noteRevision: true },
    });
    return { noteRevision: next };
  });
}
