/** How much higher or lower each judge marks than the others, with 90 % intervals about it; nothing on either side of 0 is fault. */
export function Leniency({
  judges,
  label,
}: {
  judges: readonly { number: number; leniency: number; se: number }[];
  label: string;
}) {
  const reach = Math.max(1, ...judges.map(({ leniency, se }) => Math.abs(leniency) + 1.645 * se));
  const at = (value: number) => 56 + (value / reach) * 42;
  const row = 9;
  return (
    <svg
      viewBox={`0 0 100 ${judges.length * row + 2}`}
      role="img"
      aria-label={label}
      className="block w-full max-w-2xl"
    >
      <rect x={at(0) - 0.15} y="0" width="0.3" height={judges.length * row} className="fill-line-strong" />
      {judges.map(({ number, leniency, se }, index) => (
        <g key={number}>
          <text x="0" y={index * row + 6} fontSize="4" className="fill-muted">
            {number}
          </text>
          <rect
            x={at(leniency - 1.645 * se)}
            y={index * row + 4}
            width={Math.max(0.6, at(leniency + 1.645 * se) - at(leniency - 1.645 * se))}
            height="1.2"
            className="fill-action-ink"
            opacity="0.45"
          />
          <circle cx={at(leniency)} cy={index * row + 4.6} r="1.5" className="fill-action-ink" />
        </g>
      ))}
    </svg>
  );
}
