/** The mark: the letter Y, whose acute accent has become a spark. */
export function LogoMark({ className = 'size-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={`shrink-0 ${className}`} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0B4A9F" />
      <path
        d="M7.5 12.5 14.5 20v6.500M21.5 14.5 14.5 20"
        fill="none"
        stroke="#FFFFFF"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M22.5 2.500c.7 3.7 2.3 5.3 6 6-3.7.7-5.3 2.3-6 6-.7-3.7-2.3-5.3-6-6 3.7-.7 5.3-2.3 6-6z"
        fill="#FFC531"
      />
    </svg>
  );
}

/** Mark and name together, as the header carries them. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <LogoMark />
      <span className="text-xl font-bold tracking-tight">Ý Hay</span>
    </span>
  );
}
