const collator = new Intl.Collator('vi', { sensitivity: 'variant' });

const given = (name: string) => name.trim().split(/\s+/).at(-1) ?? '';
const rest = (name: string) => name.trim().split(/\s+/).slice(0, -1).join(' ');

/**
 * Vietnamese order of two people's names: the given name (the last word) first, then the family and middle names, as every
 * class list and every Youth Union list has it. Who is not named comes last.
 */
export function compareNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return (
    collator.compare(given(one), given(other)) ||
    collator.compare(rest(one), rest(other)) ||
    collator.compare(one, other)
  );
}
