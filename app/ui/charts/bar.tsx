/** A bar from nothing to a whole. `value` and `max` share a unit; what is not zero is never thinner than a hair. */
export function Bar({
  value,
  max,
  fill = 'fill-action',
  className = 'h-3',
}: {
  value: number;
  max: number;
  fill?: string;
  className?: string;
}) {
  const share = max <= 0 || value <= 0 ? 0 : Math.max(0.6, Math.min(100, (value / max) * 100));
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={`block w-full ${className}`} aria-hidden="true">
      <rect width={share} height="10" className={fill} />
    </svg>
  );
}
