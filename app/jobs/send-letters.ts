import { findLettersOwed } from '#app/domain/notifications/find-letters-owed.server.ts';
import { settleLetter } from '#app/domain/notifications/settle-letter.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { log, withoutPersonalData } from '#app/platform/log.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { siteOrigin } from '#app/platform/running.server.ts';
import { writeLetter } from '#app/ui/mails/letter.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

const atOnce = 20;

/**
 * Sends the mails that are owed. One is marked as sent only after the mail server took it, so a crash between the two
 * sends it again, under the same Message-ID. Answers how many were tried.
 */
export async function sendLetters(): Promise<number> {
  const letters = await findLettersOwed({ limit: atOnce });
  for (const letter of letters) {
    let failure: string | null = null;
    try {
      const origin = siteOrigin();
      const mail = writeLetter(letter, { t: i18nFor(letter.language).t, origin, token: linkTokenFor });
      await sendMail({
        ...mail,
        to: letter.to,
        messageId: `${letter.id}@${new URL(origin).hostname}`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
      });
    } catch (error) {
      failure = withoutPersonalData(error instanceof Error ? error.message : String(error)).slice(0, 300);
      log.warn({ letter: letter.id, kind: letter.kind, failure }, 'a mail could not be sent');
    }
    await settleLetter({ id: letter.id, attempts: letter.attempts, failure });
  }
  return letters.length;
}
