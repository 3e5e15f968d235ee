import { unsubscribeToken } from '#app/domain/notifications/choose-letters.server.ts';
import { findLettersOwed } from '#app/domain/notifications/find-letters-owed.server.ts';
import { isChosen } from '#app/domain/notifications/letter-choice.ts';
import type { LetterKind } from '#app/domain/notifications/notice.ts';
import { settleLetter } from '#app/domain/notifications/settle-letter.server.ts';
import { paths } from '#app/paths.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { log, withoutPersonalData } from '#app/platform/log.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { siteOrigin } from '#app/platform/running.server.ts';
import { writeLetter } from '#app/ui/mails/letter.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

const atOnce = 20;

/** Where one press stops this kind of letter (RFC 8058); null where it is always sent. */
function stopAddress({ personId, kind }: { personId: string | null; kind: LetterKind }, origin: string): string | null {
  if (personId === null || !isChosen(kind)) return null;
  return new URL(paths.unsubscribing({ token: unsubscribeToken({ personId, kind }) }), origin).href;
}

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
      const stop = stopAddress(letter, origin);
      const mail = writeLetter(letter, { t: i18nFor(letter.language).t, origin, token: linkTokenFor, stop });
      await sendMail({
        ...mail,
        to: letter.to,
        messageId: `${letter.id}@${new URL(origin).hostname}`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': letter.language,
          ...(stop === null
            ? {}
            : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
        },
      });
    } catch (error) {
      failure = withoutPersonalData(error instanceof Error ? error.message : String(error)).slice(0, 300);
      log.warn({ letter: letter.id, kind: letter.kind, failure }, 'a mail could not be sent');
    }
    await settleLetter({ id: letter.id, attempts: letter.attempts, failure });
  }
  return letters.length;
}
