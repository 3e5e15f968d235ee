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

/** Up to so many columns a table stands on the page as a whole: on a narrow desktop, on a wide one. More scroll in their own frame. */
const mostColumns = { narrow: 6, wide: 9 };

const frames = {
  narrow: { box: 'max-lg:overflow-x-auto lg:overflow-clip', head: 'lg:sticky lg:top-16' },
  wide: { box: 'max-xl:overflow-x-auto xl:overflow-clip', head: 'xl:sticky xl:top-16' },
  own: {
    box: 'max-h-[85vh] overflow-auto print:max-h-none print:overflow-visible',
    head: 'sticky top-0 whitespace-nowrap',
  },
  manyCards: {
    box: 'max-sm:overflow-visible max-sm:border-0 max-sm:bg-transparent sm:overflow-x-auto',
    head: '',
  },
  cards: {
    box: 'max-sm:overflow-visible max-sm:border-0 max-sm:bg-transparent sm:max-lg:overflow-x-auto lg:overflow-clip',
    head: 'lg:sticky lg:top-16',
  },
};

/** Where a cell stands in a card: the name of the row on top, words with their label beside them, figures in two columns. */
const cardCells = {
  heading:
    'max-sm:order-first max-sm:col-span-2 max-sm:min-w-0 max-sm:border-0 max-sm:px-0 max-sm:pt-0 max-sm:pb-1 max-sm:text-base max-sm:font-semibold',
  text: 'max-sm:col-span-2 max-sm:grid max-sm:min-w-0 max-sm:grid-cols-[7rem_1fr] max-sm:gap-3 max-sm:border-0 max-sm:px-0 max-sm:py-1 max-sm:text-left',
  number:
    'max-sm:flex max-sm:min-w-0 max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-2 max-sm:border-0 max-sm:px-0 max-sm:py-1 max-sm:text-left',
};

/** What scrolls has room: a name in a few lines, not one word a line. Figures under a short label take no more than they need on a phone. */
function roomFor<Row>({ heading, wide, number, label }: Column<Row>): string {
  if (wide) return 'min-w-48 sm:min-w-56';
  if (heading) return 'max-sm:min-w-40 sm:max-lg:min-w-44';
  if (number && typeof label === 'string' && label.length <= 16) return 'max-sm:min-w-14 sm:max-lg:min-w-28';
  return 'max-lg:min-w-28';
}

function frameFor(columns: number, cards: boolean): keyof typeof frames {
  if (cards) return columns <= mostColumns.wide ? 'cards' : 'manyCards';
  if (columns <= mostColumns.narrow) return 'narrow';
  return columns <= mostColumns.wide ? 'wide' : 'own';
}

/**
 * A real table with a caption and a header that stays in sight: under the site's own header, or in the table's own frame where there
 * are many columns. With `cards` each row becomes a card of label and value on a phone.
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
}: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  cards?: boolean;
  empty?: ReactNode;
  foot?: ReactNode;
}) {
  const { t } = useTranslation();
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const frame = frames[frameFor(columns.length, cards)];
  // Where there are many, the space between them is what there is most of.
  const aside = columns.length <= mostColumns.wide ? 'px-4' : 'px-3';
  const side = (column: Column<Row>) => (column.number ? 'text-right figures' : 'text-left');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls must be reachable by keyboard
    <div
      role="group"
      aria-label={t('controls:scrollable', { caption })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
      tabIndex={0}
      className={`rounded-card border border-line bg-surface print:rounded-none print:border-0 ${frame.box}`}
    >
      <table className={`w-full border-separate border-spacing-0 text-sm ${cards ? 'max-sm:block' : ''}`}>
        <caption
          className={
            captionHidden
              ? 'sr-only'
              : `px-4 pt-3 pb-2 text-left text-base font-semibold ${cards ? 'max-sm:block max-sm:px-0' : ''}`
          }
        >
          {caption}
        </caption>
        <thead className={cards ? 'max-sm:sr-only' : ''}>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`z-1 border-b border-line-strong bg-sunken ${aside} py-2.5 align-bottom font-semibold ${frame.head} ${side(column)}`}
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
                  ? 'sm:hover:bg-action-soft max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4 max-sm:rounded-card max-sm:border max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-3'
                  : 'hover:bg-action-soft'
              }
            >
              {columns.map((column) => {
                const Cell = column.heading ? 'th' : 'td';
                const asCard = column.heading ? cardCells.heading : column.number ? cardCells.number : cardCells.text;
                return (
                  <Cell
                    key={column.key}
                    scope={column.heading ? 'row' : undefined}
                    className={`border-b border-line ${aside} py-2.5 align-top font-normal wrap-break-word ${cards ? (column.wide ? 'sm:min-w-56' : '') : roomFor(column)} ${side(column)} ${cards ? asCard : ''}`}
                  >
                    {cards && !column.heading && (
                      <span aria-hidden="true" className="text-muted sm:hidden">
                        {column.label}
                      </span>
                    )}
                    {cards ? <div className="min-w-0">{column.cell(row, index)}</div> : column.cell(row, index)}
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
