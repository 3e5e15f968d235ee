import type { ReactNode } from 'react';

/** Fields that belong together: under each other on a phone, side by side on a desktop. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-6 sm:grid-flow-col sm:auto-cols-fr sm:gap-4">{children}</div>;
}
