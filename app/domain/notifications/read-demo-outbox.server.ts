import { NotFound } from '#app/domain/refusal.ts';
import { type OutboxMail, readOutbox } from '#app/platform/mail.server.ts';
import { running } from '#app/platform/running.server.ts';

/** Mails that the demo world laid in its outbox, newest first; to one address where `to` is given. Nowhere else is there an outbox to read. */
export async function readDemoOutbox({ to }: { to?: string }): Promise<OutboxMail[]> {
  if (!running().demo) throw new NotFound();
  const mails = await readOutbox(200);
  return to === undefined ? mails : mails.filter((mail) => mail.to.toLowerCase() === to.toLowerCase());
}
