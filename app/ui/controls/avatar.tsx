import { initialsOf } from '#app/words/format.ts';

const looks = [
  'bg-action-soft text-action-ink',
  'bg-joy-soft text-joy-ink',
  'bg-ok-soft text-ok-ink',
  'bg-shade-1 text-shade-ink-1',
  'bg-sunken text-ink',
];
const sizes = { sm: 'size-8 text-xs', md: 'size-10 text-sm', lg: 'size-16 text-xl' };

type Size = keyof typeof sizes;

/** Two letters of a name, always in the same colour. The name itself stands beside it. */
export function Avatar({ name, size = 'md' }: { name: string; size?: Size }) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return <Initials initials={initialsOf(name)} size={size} look={looks[sum % looks.length]} />;
}

export function Initials({ initials, size, look = looks[0] }: { initials: string; size: Size; look?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full font-semibold ${sizes[size]} ${look}`}
    >
      {initials}
    </span>
  );
}
