import { redirect } from '@remix-run/node';
import { csvRow, type Happening } from '#app/domain/audit/audit.ts';
import { exportAudit } from '#app/domain/audit/export-audit.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { formatTime } from '#app/words/format.ts';
import { i18nFor } from '#app/words/i18n.server.ts';
import { auditFilterOf } from './audit-filter.ts';
import { auditForm } from './audit-form.ts';

const columns = ['at', 'by', 'what', 'role', 'person', 'idea', 'entry', 'contest', 'unit', 'number'] as const;

/** The file is sent as it is read: a spreadsheet opens it by its mark for UTF-8, and finds no formula in it. */
export const action = forStaff(async ({ person, form, locale }) => {
  const typed = await form(auditForm);
  const { filter } = auditFilterOf(new Map(Object.entries(typed)));
  const { t } = i18nFor(locale);
  const pages = await exportAudit({ by: person, filter });
  const row = (one: Happening) =>
    csvRow([
      formatTime(one.at),
      one.by?.name ?? t('admin:audit.clock'),
      t(`admin:events.${one.kind}`),
      one.role === null ? '' : t(`notifications:roles.${one.role}`),
      one.person?.name ?? '',
      one.idea?.title ?? '',
      one.entry,
      one.contest?.name ?? '',
      one.unit?.name ?? '',
      one.id,
    ]);
  async function* text() {
    yield `\uFEFF${csvRow(columns.map((column) => t(`admin:audit.columns.${column}`)))}`;
    for await (const page of pages) yield page.map(row).join('');
  }
  return new Response(asBytes(text()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="nhat-ky.csv"',
      'cache-control': 'private, no-store',
    },
  });
});

export const loader = forStaff(async () => redirect(paths.audit()));

function asBytes(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
