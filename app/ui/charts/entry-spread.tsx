/** The totals an entry was given, on 0–100, each a mark, with the mean between them: how far its judges lie apart. */
export function EntrySpread({ totals, mean, label }: { totals: readonly number[]; mean: number; label: string }) {
  const least = Math.min(...totals, mean);
  const most = Math.max(...totals, mean);
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block h-5 w-full min-w-24"
    >
      <rect y="4.7" width="100" height="0.6" className="fill-line" />
      <rect x={least} y="4" width={Math.max(0.4, most - least)} height="2" className="fill-action-ink" opacity="0.3" />
      {totals.map((total, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks of one entry have no other name
        <rect key={at} x={total - 0.5} y="2" width="1" height="6" className="fill-action-ink" opacity="0.7" />
      ))}
      <rect x={mean - 0.4} y="0.5" width="0.8" height="9" className="fill-danger" />
    </svg>
  );
}
