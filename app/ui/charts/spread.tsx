/**
 * How values of one scale are spread: a bar for each of `bins` equal parts from `min` to `max` (the last part holds `max` itself). The
 * heights are counts; `label` says in words what a reader would see.
 */
export function Spread({
  label,
  values,
  min,
  max,
  bins = 10,
}: {
  label: string;
  values: readonly number[];
  min: number;
  max: number;
  bins?: number;
}) {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((value - min) / (max - min)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const width = 100 / bins;
  return (
    <svg viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label={label} className="block h-24 w-full">
      {counts.map((count, bin) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          key={bin}
          x={bin * width + 0.4}
          y={40 - (count / most) * 38}
          width={width - 0.8}
          height={(count / most) * 38}
          className="fill-action"
        />
      ))}
      <rect y="39.4" width="100" height="0.6" className="fill-line-strong" />
    </svg>
  );
}
