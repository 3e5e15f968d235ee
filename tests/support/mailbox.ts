import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { env } from '#app/platform/env.server.ts';
import { closeMail } from '#app/platform/mail.server.ts';

export type CaughtMail = {
  to: string[];
  from: string;
  /** The raw message as it came over the wire. */
  raw: string;
  header: (name: string) => string | null;
  /** The decoded parts. */
  text: string;
  html: string;
};

export type Mailbox = {
  mails: CaughtMail[];
  /** The next `times` mails are refused with this SMTP code (4xx: try later; 5xx: never). */
  refuse: (times: number, code?: number) => void;
};

function decodeHeader(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64').toString('utf8') : fromQuoted(body.replaceAll('_', ' ')),
    );
}

function fromQuoted(body: string): string {
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function headerOf(head: string, name: string): string | null {
  const found = new RegExp(`^${name}:\\s*((?:.*(?:\\r?\\n[ \\t].*)*))`, 'im').exec(head);
  return found === null ? null : decodeHeader(found[1]!.replaceAll(/\r?\n[ \t]+/g, ' '));
}

function readMail(raw: string, to: string[], from: string): CaughtMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(head)?.[1];
  const whole = rest.join('\r\n\r\n');
  const parts = boundary === undefined ? [raw] : whole.split(`--${boundary}`);
  return { to, from, raw, header: (name) => headerOf(head, name), text: partOf('plain'), html: partOf('html') };

  function partOf(kind: 'plain' | 'html'): string {
    const found = parts.find((part) =>
      new RegExp(`content-type:\\s*text/${kind}`, 'i').test(part.split('\r\n\r\n')[0]!),
    );
    const [partHead = '', ...body] = (found ?? '').split('\r\n\r\n');
    const encoded = body.join('\r\n\r\n').trimEnd();
    const encoding = /content-transfer-encoding:\s*(\S+)/i.exec(partHead)?.[1]?.toLowerCase();
    const plain =
      encoding === 'base64'
        ? Buffer.from(encoded, 'base64').toString('utf8')
        : encoding === 'quoted-printable'
          ? fromQuoted(encoded)
          : encoded;
    return plain.replaceAll('\r\n', '\n');
  }
}

/** A real SMTP server that this file's mails go to. Call at the top of a test file; it is emptied before each test. */
export function catchMails(): Mailbox {
  let refusals = 0;
  let refusalCode = 451;
  const mailbox: Mailbox = {
    mails: [],
    refuse(times, code = 451) {
      refusals = times;
      refusalCode = code;
    },
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1;
          return done(Object.assign(new Error('not now'), { responseCode: refusalCode }));
        }
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const to = rcptTo.map((recipient) => recipient.address);
        mailbox.mails.push(readMail(Buffer.concat(chunks).toString('utf8'), to, from));
        done();
      });
    },
  });
  // A sender that is killed leaves its line cut.
  server.on('error', () => {});
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    env().SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    mailbox.mails.length = 0;
    refusals = 0;
  });
  afterAll(async () => {
    env().SMTP_URL = undefined;
    closeMail();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return mailbox;
}
