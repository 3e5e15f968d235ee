import { useLocale } from '#app/ui/controls/use-locale.ts';
import { formatNumber } from '#app/words/format.ts';

/** A number as the reader's language writes it: `1.647`. */
export function Num({ value, digits }: { value: number; digits?: number }) {
  return <>{formatNumber(value, useLocale(), digits)}</>;
}
