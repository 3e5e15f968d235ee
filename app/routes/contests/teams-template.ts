import { findInviting } from '#app/domain/contests/find-inviting.server.ts';
import { teamColumns } from '#app/domain/contests/team-columns.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { writeList } from '#app/ui/papers/excel-lists.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';

/** An empty table with its columns named, and one row that shows how they are filled. */
export const loader = forOfficers(async ({ person, part, locale }) => {
  const { contest } = await findInviting({ slug: part('slug'), by: person });
  const { t } = i18nFor(locale);
  const bytes = await writeList({
    sheet: t('organising:teams.sheet'),
    columns: teamColumns.map((column) => t(`organising:teams.names.${column}`)),
    rows: [
      teamColumns.map((column) =>
        column === 'division' ? (contest.divisions[0]?.name ?? '') : t(`organising:teams.example.${column}`),
      ),
    ],
  });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="mau-danh-sach-doi-${contest.slug}.xlsx"`,
      'cache-control': 'private, no-store',
    },
  });
});
