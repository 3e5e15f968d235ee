import { Link } from '@remix-run/react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'primary' | 'secondary' | 'danger' | 'quiet' | 'joy';
export type Size = 'md' | 'sm';

const tones: Record<Tone, string> = {
  primary: 'bg-action text-on-action border-transparent hover:bg-action-strong',
  secondary: 'bg-surface text-action-ink border-line-strong hover:bg-action-soft hover:border-action-ink',
  danger: 'bg-danger text-on-danger border-transparent hover:bg-danger-strong',
  quiet: 'bg-transparent text-action-ink border-transparent hover:bg-action-soft',
  joy: 'bg-joy text-on-joy border-transparent hover:bg-joy-strong',
};
const sizes: Record<Size, string> = {
  md: 'min-h-11 px-4.5 py-2 text-base',
  sm: 'min-h-9 px-3 py-1 text-sm',
};

/** The one place that says how a button looks, for buttons, links and summaries that act like one. */
export function buttonLook(tone: Tone = 'primary', size: Size = 'md', wide = false): string {
  return `inline-flex items-center justify-center gap-2 rounded-field border font-semibold leading-snug text-center select-none transition-colors not-on-paper disabled:opacity-60 disabled:cursor-not-allowed aria-busy:cursor-progress ${tones[tone]} ${sizes[size]} ${wide ? 'w-full' : ''}`;
}

type Looks = { tone?: Tone; size?: Size; icon?: IconName; wide?: boolean; children?: ReactNode };

export function Button({
  tone,
  size,
  icon,
  wide,
  className = '',
  children,
  ...rest
}: Looks & ComponentProps<'button'>) {
  return (
    <button type="submit" {...rest} className={`${buttonLook(tone, size, wide)} ${className}`}>
      {icon && <Icon name={icon} className={size === 'sm' ? 'size-4' : 'size-5'} />}
      {children}
    </button>
  );
}

export function ButtonLink({
  to,
  tone,
  size,
  icon,
  wide,
  className = '',
  children,
  ...rest
}: Looks & ComponentProps<typeof Link>) {
  return (
    <Link to={to} {...rest} className={`${buttonLook(tone, size, wide)} ${className}`}>
      {icon && <Icon name={icon} className={size === 'sm' ? 'size-4' : 'size-5'} />}
      {children}
    </Link>
  );
}
