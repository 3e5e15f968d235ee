import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row, index: number) => ReactNode;
  /** Figures: right-aligned, every digit as wide as the next. */
  number?: boolean;
  /** The column that names the row. */
  heading?: boolean;
  wide?: boolean;
};

/**
 * A real table with a caption and a header that stays in sight. It scrolls in its own frame when it is too wide; with `cards` each
 * row becomes a card of label and value on a phone instead.
 */
export function Table<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  cards = false,
  empty,
  foot,
  plainPaper = true,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  cards?: boolean;
  empty?: ReactNode;
  foot?: ReactNode;
  plainPaper?: boolean;
}) {
  const { t } = useTranslation();
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const side = (column: Column<Row>) => (column.number ? 'text-right figures' : 'text-left');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls must be reachable by keyboard
    <div
      role="region"
      aria-label={t('controls:scrollable', { caption })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
      tabIndex={0}
      className={`max-h-[85vh] overflow-auto rounded-card border border-line bg-surface print:max-h-none print:overflow-visible ${
        plainPaper ? 'print:rounded-none print:border-0' : ''
      } ${cards ? 'max-sm:max-h-none max-sm:overflow-visible max-sm:border-0 max-sm:bg-transparent' : ''}`}
    >
      <table className={`w-full border-collapse text-sm ${cards ? 'max-sm:block' : ''}`}>
        <caption className={captionHidden ? 'sr-only' : 'px-4 pt-3 pb-2 text-left text-base font-semibold'}>
          {caption}
        </caption>
        <thead className={cards ? 'max-sm:sr-only' : ''}>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`sticky top-0 z-1 border-b border-line-strong bg-sunken px-4 py-2.5 align-bottom font-semibold whitespace-nowrap ${side(column)}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={cards ? 'max-sm:block max-sm:space-y-3' : ''}>
          {rows.map((row, index) => (
            <tr
              key={rowKey(row, index)}
              className={
                cards
                  ? 'sm:hover:bg-action-soft max-sm:block max-sm:rounded-card max-sm:border max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-3'
                  : 'hover:bg-action-soft'
              }
            >
              {columns.map((column) => {
                const Cell = column.heading ? 'th' : 'td';
                return (
                  <Cell
                    key={column.key}
                    scope={column.heading ? 'row' : undefined}
                    className={`border-b border-line px-4 py-2.5 align-top font-normal ${column.wide ? 'min-w-64' : ''} ${side(column)} ${
                      cards
                        ? 'max-sm:flex max-sm:min-w-0 max-sm:justify-between max-sm:gap-4 max-sm:border-0 max-sm:px-0 max-sm:py-1 max-sm:text-left'
                        : ''
                    }`}
                  >
                    {cards && (
                      <span aria-hidden="true" className="shrink-0 text-muted sm:hidden">
                        {column.label}
                      </span>
                    )}
                    {cards ? (
                      <div
                        className={`min-w-0 ${column.heading ? 'max-sm:text-right max-sm:font-semibold' : 'max-sm:text-right'}`}
                      >
                        {column.cell(row, index)}
                      </div>
                    ) : (
                      column.cell(row, index)
                    )}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot className="font-semibold">{foot}</tfoot>}
      </table>
    </div>
  );
}
