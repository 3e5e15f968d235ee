/**
 * Where an entry may really stand: a line from its best to its worst likely rank on a scale from 1 to `last`, a mark at its rank, and the
 * cut behind it (`cut` entries go on). Stands in a table's cell beside the same figures in words.
 */
export function RankInterval({
  rank,
  low,
  high,
  last,
  cut,
  label,
}: {
  rank: number;
  low: number;
  high: number;
  last: number;
  cut?: number;
  label: string;
}) {
  const at = (place: number) => ((place - 0.5) / Math.max(1, last)) * 100;
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block h-5 w-full min-w-32"
    >
      <rect y="4.7" width="100" height="0.6" className="fill-line" />
      {cut !== undefined && (
        <rect x={(cut / Math.max(1, last)) * 100 - 0.3} width="0.6" height="10" className="fill-danger" />
      )}
      <rect
        x={at(low)}
        y="3.5"
        width={Math.max(0.8, at(high) - at(low))}
        height="3"
        className="fill-action-ink"
        opacity="0.45"
      />
      <rect x={at(rank) - 0.7} y="1.5" width="1.4" height="7" className="fill-action-ink" />
    </svg>
  );
}
