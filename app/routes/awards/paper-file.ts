import { findPapers } from '#app/domain/awards/find-papers.server.ts';
import { paperFiles, paperKinds } from '#app/domain/awards/round-papers.ts';
import { forOfficers, insistOn } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { writeTable, writeWinners } from '#app/ui/papers/excel-papers.server.ts';
import { writeDecision, writeMinutes, writeScoresheets } from '#app/ui/papers/word-papers.server.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A paper of a round, as a file for Word or Excel; the scoresheets of one judge where one is asked for. */
export const loader = forOfficers(async ({ person, part, url }) => {
  const kind = insistOn(
    paperKinds.find((one) => `${paperFiles[one].name}.${paperFiles[one].type}` === part('paper')) ?? null,
  );
  const found = await findPapers({ slug: part('slug'), number: numberIn(part('number')), by: person });
  const judge = url.searchParams.get('giam-khao');
  const papers =
    judge === null ? found : { ...found, sheets: found.sheets.filter((sheet) => String(sheet.judge.number) === judge) };
  const write = {
    scoresheets: () => writeScoresheets(papers),
    minutes: () => writeMinutes(papers, { origin: url.origin }),
    decision: () => writeDecision(papers),
    table: () => writeTable(papers),
    winners: () => writeWinners(papers),
  }[kind];
  const { name, type } = paperFiles[kind];
  return new Response((await write()) as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': types[type],
      'content-disposition': `attachment; filename="${name}-${part('slug')}.${type}"`,
      'cache-control': 'private, no-store',
    },
  });
});
