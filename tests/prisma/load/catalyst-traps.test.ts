import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { loadCatalyst } from '#prisma/load/catalyst.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'catalyst-traps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const body = 'Nước sạch. '.repeat(8_903).slice(0, 97_926);
const idea = (id: number, fields: object) => ({
  fund: 'f6',
  id,
  challenge_id: 1,
  author: `u_${id}`,
  title: 'Twice the same',
  problem: 'p',
  solution: 's',
  experience: null,
  importance: null,
  success: null,
  ...fields,
});

function write({ assessments }: { assessments: string[] }) {
  const ideas = [
    idea(11, { title: 'Tiếng Việt phân rã'.normalize('NFD'), experience: body }),
    idea(12, {}),
    idea(13, { author: 'u_12' }),
  ];
  const lines = `${ideas.map((one) => JSON.stringify(one)).join('\n')}\n`;
  writeFileSync(path.join(folder, 'catalyst-f6-f7-ideas.ndjson.gz'), gzipSync(lines));
  const header =
    'fund,proposal_id,challenge_id,assessor,impact,feasibility,auditability,n_vpa,n_excellent,n_good,n_filterout';
  const table = `\uFEFF${[header, ...assessments].join('\r\n')}\r\n`;
  writeFileSync(path.join(folder, 'catalyst-f6-f7-assessments.csv.gz'), gzipSync(table));
  writeFileSync(
    path.join(folder, 'catalyst-challenges.csv'),
    'fund,challenge_id,title,budget_usd,n_proposals\nf6,1,"F6: One, of its kind",1000,3\n',
  );
}

const told = async (work: Promise<unknown>) => work.then(String, (error: Error) => error.message);

test('what real data holds: a second reading, one mark only, composed text, long bodies, repeated titles, line ends of Windows', async () => {
  expect(await told(loadCatalyst({ folder }))).toMatch(/is not there$/);
  write({ assessments: ['f6,11,1,z_1,5,4,6,1,0,1,0'] });
  expect(await told(loadCatalyst({ folder }))).toBe('an assessment gives 6, which is no mark from 1 to 5');
  expect(await db.idea.count()).toBe(0);

  write({
    assessments: [
      'f6,11,1,z_1,5,5,5,1,0,1,0',
      'f6,11,1,z_1,4,4,4,1,0,1,0',
      'f6,11,1,z_2,3,3,3,1,0,1,0',
      'f6,12,1,z_1,1,1,1,1,0,1,0',
      'f6,12,1,z_3,2,2,2,1,0,1,0',
    ],
  });
  expect(await refusalOf(loadCatalyst({ folder }))).toBe('taken');
  const sheets = await db.scoresheet.findMany({
    where: { entry: { number: 1 } },
    orderBy: [{ judge: { number: 'asc' } }, { reading: 'asc' }],
    select: { reading: true, judge: { select: { number: true } } },
  });
  expect(sheets.map(({ judge, reading }) => [judge.number, reading])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
  const versions = await db.ideaVersion.findMany({ orderBy: { title: 'asc' }, select: { title: true, method: true } });
  expect(versions.map(({ title }) => title)).toEqual(['Tiếng Việt phân rã', 'Twice the same', 'Twice the same']);
  expect(versions[0]!.method).toBe(body.normalize('NFC').trim());
  expect(new Set((await db.idea.findMany()).map(({ slug }) => slug)).size).toBe(3);
  const results = await findResults({ slug: 'f6-one-of-its-kind-1' });
  const rows = results!.rounds[0]!.divisions[0]!.groups.flat();
  expect(rows.map(({ number, mean, sheets: n }) => [number, mean, n])).toEqual([
    [1, 75, 3],
    [2, 12.5, 2],
  ]);
});
