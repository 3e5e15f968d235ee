import { redirect } from '@remix-run/node';
import { listFiles, listForm } from '#app/domain/judging/contest-list.ts';
import { takeList } from '#app/domain/judging/take-list.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { writeList } from '#app/ui/papers/excel-lists.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

export const loader = forOfficers(async ({ part }) => redirect(paths.contestLists({ slug: part('slug') })));

export const action = forOfficers(async ({ person, part, form, locale }) => {
  const { list: kind, round } = await form(listForm);
  const slug = part('slug');
  const { columns, rows } = await takeList({ by: person, slug, kind, round });
  const { t } = i18nFor(locale);
  const at = columns.indexOf('part');
  const bytes = await writeList({
    sheet: t(`judging:lists.${kind}`),
    columns: columns.map((column) => t(`judging:lists.columns.${column}`)),
    rows: rows.map((row) => row.map((cell, index) => (index === at ? t(`judging:lists.parts.${cell}`) : cell))),
  });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${listFiles[kind]}${round === null ? '' : `-vong-${round}`}-${slug}.xlsx"`,
      'cache-control': 'private, no-store',
    },
  });
});
