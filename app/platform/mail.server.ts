import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { now } from './clock.ts';
import { env } from './env.server.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same on every retry, so that a mail sent twice is shown once. Without brackets. */
  messageId: string;
  headers?: Record<string, string>;
};

/** A mail as the outbox folder keeps it. */
export type OutboxMail = Mail & { from: string; at: string };

let transport: { url: string; sender: Transporter } | undefined;

function smtp(url: string): Transporter {
  if (transport?.url !== url) {
    transport?.sender.close();
    transport = {
      url,
      sender: createTransport({
        url,
        pool: true,
        maxConnections: 3,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
        disableFileAccess: true,
        disableUrlAccess: true,
      } as object),
    };
  }
  return transport.sender;
}

/** Sends by SMTP_URL; without it the mail is laid in DATA_DIR/outbox, which the demo shows as a page. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return layInOutbox({ ...mail, from: MAIL_FROM, at: now().toISOString() });
  await smtp(SMTP_URL).sendMail({ ...mail, messageId: `<${mail.messageId}>`, from: MAIL_FROM });
}

export function closeMail(): void {
  transport?.sender.close();
  transport = undefined;
}

/** One file per Message-ID: a mail laid twice is there once. */
async function layInOutbox(mail: OutboxMail): Promise<void> {
  const folder = path.join(env().DATA_DIR, 'outbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = Buffer.from(mail.messageId).toString('base64url');
  const draft = path.join(folder, `.${name}.${randomBytes(4).toString('hex')}`);
  await writeFile(draft, JSON.stringify(mail), { mode: 0o600 });
  await rename(draft, path.join(folder, `${name}.json`));
}

/** The latest mails of the outbox folder, newest first. */
export async function readOutbox(limit: number): Promise<OutboxMail[]> {
  const folder = path.join(env().DATA_DIR, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const mails = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as OutboxMail),
  );
  return mails.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, limit);
}
