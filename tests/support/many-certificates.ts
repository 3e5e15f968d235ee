import { execFile } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';
import { beginPrinting } from '#app/domain/awards/begin-printing.server.ts';
import { findCertificateFacts, findPrintedCertificates } from '#app/domain/awards/find-certificates.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { printCertificates } from '#app/jobs/print-certificates.ts';
import { db } from '#app/platform/db/db.server.ts';
import { anAwardedRound } from '#tests/domain/awards/an-awarded-round.ts';
import { aPerson } from './builders.ts';

const family = ['Nguyễn', 'Đặng', 'Phùng', 'Huỳnh', 'Lữ', 'Tạ', 'Vũ', 'Hoàng', 'Mạc', 'Quách'];
const middle = ['Thị', 'Văn', 'Thùy', 'Quỳnh', 'Hữu', 'Ngọc', 'Xuân', 'Mỹ', 'Tường', 'Đình'];
const given = ['Ỷ Lan', 'Ngữ', 'Duẩn', 'Hoằng', 'Thưởng', 'Kỳ', 'Nguyệt', 'Ửng', 'Vỹ', 'Nghĩa', 'Ước', 'Ẩn'];

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);

/**
 * Publishes a round with so many winners in teams of four, sets their certificates as one file as the site does beside its other work, and
 * prints what that took. The file stays at `keep`, where that is given.
 */
export async function printMany({
  winners,
  scratch,
  keep,
}: {
  winners: number;
  scratch: string;
  keep?: string;
}): Promise<void> {
  const { where, round, total } = await aRoundOf(winners);
  let from = performance.now();
  await publishRound(where);
  console.log(`${total} winners published in ${seconds(from)} s`);
  await beginPrinting(where);
  from = performance.now();
  const told = new Set<number>();
  const watch = setInterval(async () => {
    const [printing] = await db.certificatePrinting.findMany({ select: { done: true } });
    told.add(printing?.done ?? 0);
  }, 50);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await printCertificates();
  delay.disable();
  clearInterval(watch);
  const took = seconds(from);
  const file = path.join(scratch, 'certificates.pdf');
  const printed = await findPrintedCertificates(where);
  await writeFile(file, new Uint8Array(await new Response(printed.body).arrayBuffer()));
  if (keep !== undefined) await copyFile(file, keep);
  console.log(
    `set as one file of ${(printed.size / 1e6).toFixed(1)} MB in ${took} s; ${told.size} stages of progress seen; ` +
      `an event loop beside it waited ${(delay.percentile(95) / 1e6).toFixed(0)} ms at most in 95 % of cases, ${(delay.max / 1e6).toFixed(0)} ms once`,
  );
  const numbers = (await findCertificateFacts({ roundId: round.id })).map(({ number }) => number);
  await check(file, numbers, scratch);
}

async function aRoundOf(winners: number) {
  const teams = Math.ceil(winners / 4);
  const leads: { id: string }[] = [];
  const nameOf = (at: number) =>
    `${family[at % family.length]} ${middle[(at * 7) % middle.length]} ${given[(at * 5) % given.length]}`;
  for (let team = 0; team < teams; team += 1) leads.push(await aPerson({ fullName: nameOf(team) }));
  const marks = leads.map((): [number, number] => [4, 4]);
  const { where, contest, entries } = await anAwardedRound({ marks, leads });
  for (const [at, { id }] of entries.entries()) {
    for (let mate = 1; mate < 4; mate += 1) {
      const { id: personId } = await aPerson({ fullName: nameOf(teams * mate + at) });
      await db.entryMember.create({ data: { entryId: id, personId, kind: 'MEMBER' } });
    }
  }
  return { where, round: contest.round, total: teams * 4 };
}

async function check(file: string, numbers: string[], scratch: string): Promise<void> {
  const pages = (await PDFDocument.load(await readFile(file))).getPageCount();
  console.log(`${pages} pages for ${numbers.length} certificates`);
  if (pages !== numbers.length) process.exitCode = 1;
  for (const page of new Set([1, Math.ceil(pages / 2), pages])) {
    const image = path.join(scratch, `page-${page}`);
    try {
      const which = ['-f', String(page), '-l', String(page)];
      await promisify(execFile)('pdftoppm', ['-r', '150', '-png', '-singlefile', ...which, file, image]);
    } catch (error) {
      console.log(`no page was looked at: ${(error as Error).message.split('\n')[0]}`);
      return;
    }
    const { data, info } = await sharp(`${image}.png`).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const address = decodeQr({ width: info.width, height: info.height, data: new Uint8Array(data) });
    const leads = address.endsWith(`/${numbers[page - 1]}`);
    console.log(`page ${page}: its code leads to ${address}${leads ? '' : `, not to ${numbers[page - 1]}`}`);
    if (!leads) process.exitCode = 1;
  }
}
