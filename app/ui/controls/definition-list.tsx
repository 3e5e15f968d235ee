import type { ReactNode } from 'react';

/** Facts with their names. Facts without a value are left out. */
export function DefinitionList({ items }: { items: readonly { label: ReactNode; value: ReactNode; key?: string }[] }) {
  const known = items.filter(({ value }) => value !== undefined && value !== null && value !== '' && value !== false);
  return (
    <dl className="@container divide-y divide-line">
      {known.map(({ label, value, key }, index) => (
        <div
          key={key ?? (typeof label === 'string' ? label : index)}
          className="grid gap-x-6 py-2.5 @md:grid-cols-[minmax(8rem,14rem)_minmax(0,1fr)]"
        >
          <dt className="text-sm text-muted @md:pt-0.5">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
