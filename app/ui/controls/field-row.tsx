import type { ReactNode } from 'react';

/** Fields that belong together: under each other on a phone; on a desktop side by side, labels, hints and controls each on one line. */
export function FieldRow({ children }: { children: ReactNode }) {
  return (
    <div className="field-row grid items-start gap-6 sm:grid-flow-col sm:auto-cols-fr sm:grid-rows-[repeat(4,auto)] sm:gap-x-4 sm:gap-y-0 sm:*:row-span-4">
      {children}
    </div>
  );
}
