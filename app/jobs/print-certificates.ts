import { findCertificateFacts } from '#app/domain/awards/find-certificates.server.ts';
import {
  failPrinting,
  findPrintingOwed,
  finishPrinting,
  notePrinting,
} from '#app/domain/awards/settle-printing.server.ts';
import { log } from '#app/platform/log.server.ts';
import { siteOrigin } from '#app/platform/running.server.ts';
import { certificateText } from '#app/ui/papers/certificate-words.ts';
import { i18nFor } from '#app/words/i18n.server.ts';
import { writeInThread } from './write-in-thread.ts';

/** Sets the certificates of a round that wait to be printed, as one file; one that a crash cut short begins anew. */
export async function printCertificates(): Promise<boolean> {
  const owed = await findPrintingOwed();
  if (owed === null) return false;
  try {
    const facts = await findCertificateFacts({ roundId: owed.roundId });
    const { t } = i18nFor('vi');
    const texts = facts.map((one) => certificateText(one, { t, origin: siteOrigin() }));
    let noting = Promise.resolve();
    const bytes = await writeInThread(texts, (done) => {
      noting = noting.then(() => notePrinting({ id: owed.id, done }));
    });
    await noting;
    await finishPrinting({ id: owed.id, bytes });
  } catch (error) {
    log.error({ err: error, printing: owed.id }, 'certificates could not be set');
    await failPrinting({ id: owed.id });
  }
  return true;
}
