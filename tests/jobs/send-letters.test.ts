import { beforeEach, expect, test } from 'vitest';
import { mostAttempts, secondsUntilRetry } from '#app/domain/notifications/notice.ts';
import { sendLetters } from '#app/jobs/send-letters.ts';
import { fixClock, now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { nextNumber } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { anIdea } from '#tests/support/idea-builders.ts';
import { catchMails } from '#tests/support/mailbox.ts';

const mailbox = catchMails();

beforeEach(async () => {
  await db.letter.deleteMany();
});

type LetterFields = Partial<Parameters<typeof db.letter.create>[0]['data']>;

function aLetter(fields: LetterFields = {}) {
  return db.letter.create({
    data: {
      eventId: nextNumber(),
      kind: 'verify-mail',
      to: 'ban-tre@thu.example',
      language: 'vi',
      subject: { mailTokenId: 'token-row' },
      createdAt: now(),
      nextAt: now(),
      ...fields,
    } as Parameters<typeof db.letter.create>[0]['data'],
  });
}

test('a mail goes out in the person’s language, with the link of its row and one Message-ID', async () => {
  const idea = await anIdea({ text: { title: 'Lọc nước <b>& "mưa"</b>\r\nBcc: nguoi-la@thu.example' } });
  const verify = await aLetter();
  const published = await aLetter({ kind: 'idea-published', language: 'en', subject: { ideaId: idea.id } });
  expect(await sendLetters()).toBe(2);
  const [first, second] = mailbox.mails;
  expect(first).toMatchObject({ to: ['ban-tre@thu.example'], from: 'khong-tra-loi@y-hay.example' });
  expect(first!.header('Subject')).toBe('Xác minh địa chỉ thư của bạn · Ý Hay');
  expect(first!.header('Message-ID')).toBe(`<${verify.id}@127.0.0.1>`);
  expect(first!.text).toContain(`http://127.0.0.1:3000/xac-minh-thu?ma=${linkTokenFor('token-row')}`);
  expect(second!.header('Message-ID')).toBe(`<${published.id}@127.0.0.1>`);
  expect(second!.header('Bcc')).toBeNull();
  expect(second!.to).toEqual(['ban-tre@thu.example']);
  expect(second!.text).toContain('Lọc nước <b>& "mưa"</b> Bcc: nguoi-la@thu.example');
  expect(second!.html).toContain('Lọc nước &lt;b&gt;&amp; &quot;mưa&quot;&lt;/b&gt;');
  expect(second!.text).toContain(`http://127.0.0.1:3000/y-tuong/${idea.slug}`);
  expect(await sendLetters()).toBe(0);
  expect(await db.letter.count({ where: { sentAt: null } })).toBe(0);
});

test('a refused mail is tried again later, longer each time, under the same Message-ID, and given up in the end', async () => {
  atTime('2026-05-20T10:00:00Z');
  const letter = await aLetter();
  mailbox.refuse(2);
  expect(await sendLetters()).toBe(1);
  expect(await sendLetters()).toBe(0);
  expect(await db.letter.findUnique({ where: { id: letter.id } })).toMatchObject({
    sentAt: null,
    attempts: 1,
    nextAt: new Date('2026-05-20T10:01:00Z'),
  });
  fixClock('2026-05-20T10:01:00Z');
  expect(await sendLetters()).toBe(1);
  fixClock('2026-05-20T10:02:59Z');
  expect(await sendLetters()).toBe(0);
  fixClock('2026-05-20T10:03:00Z');
  expect(await sendLetters()).toBe(1);
  expect(mailbox.mails.map((mail) => mail.header('Message-ID'))).toEqual([`<${letter.id}@127.0.0.1>`]);
  expect(await db.letter.findUnique({ where: { id: letter.id } })).toMatchObject({
    attempts: 3,
    sentAt: new Date('2026-05-20T10:03:00Z'),
    failure: null,
  });

  const lost = await aLetter({ attempts: mostAttempts - 1 });
  mailbox.refuse(1, 550);
  await sendLetters();
  fixClock('2027-01-01T00:00:00Z');
  expect(await sendLetters()).toBe(0);
  expect(await db.letter.findUnique({ where: { id: lost.id } })).toMatchObject({
    sentAt: null,
    attempts: mostAttempts,
  });
});

test('what is kept of a failure tells no address', async () => {
  const letter = await aLetter({ to: 'khong hop le@' });
  await sendLetters();
  const { failure } = await db.letter.findUniqueOrThrow({ where: { id: letter.id } });
  expect(failure).not.toBeNull();
  expect(failure).not.toContain('@');
});

test('the wait doubles from a minute to half a day', () => {
  expect([1, 2, 3, 10, 11, 12].map(secondsUntilRetry)).toEqual([60, 120, 240, 30_720, 43_200, 43_200]);
});
