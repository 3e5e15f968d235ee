/** An entry among those it is ranked with. */
export type CutEntry = { number: number; rank: number; low: number; high: number };

const row = 12;

/**
 * The entries near a cut, best first: where each may really stand as a line, its rank as a mark, and the cut between the last entry in
 * and the first one out. The same figures stand in the table below.
 */
export function CutLine({ entries, cut, label }: { entries: readonly CutEntry[]; cut: number; label: string }) {
  const least = Math.min(...entries.map(({ low }) => low), cut);
  const most = Math.max(...entries.map(({ high }) => high), cut + 1);
  const at = (place: number) => 14 + ((place - least + 0.5) / (most - least + 1)) * 84;
  const height = entries.length * row;
  return (
    <svg viewBox={`0 0 100 ${height + 8}`} role="img" aria-label={label} className="block w-full max-w-3xl">
      <rect x={at(cut + 0.5) - 0.2} y="0" width="0.4" height={height} className="fill-danger" />
      {entries.map(({ number, rank, low, high }, index) => {
        const y = index * row;
        return (
          <g key={number}>
            <text x="0" y={y + 8} fontSize="4.5" className="fill-muted">
              {number}
            </text>
            <rect
              x={at(low)}
              y={y + 4.6}
              width={Math.max(0.8, at(high) - at(low))}
              height="2.8"
              rx="1"
              className={low <= cut && cut < high ? 'fill-joy-strong' : 'fill-action-ink'}
              opacity="0.5"
            />
            <rect x={at(rank) - 0.5} y={y + 2.5} width="1" height="7" className="fill-action-ink" />
          </g>
        );
      })}
      <text x={at(cut + 0.5)} y={height + 6} fontSize="4.5" textAnchor="middle" className="fill-danger-ink">
        {cut}
      </text>
    </svg>
  );
}
