/** The mark: the letter Y, whose acute accent has become a spark. */
export function LogoMark({ className = 'size-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={`shrink-0 ${className}`} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0B4A9F" />
      <path
        d="M6.6 11.8 13.6 19.6v7.2M19 14.2 13.6 19.6"
        fill="none"
        stroke="#FFFFFF"
        strokeWidth="4.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M23.2 1.6c.75 3.7 2.2 5.1 5.9 5.9-3.7.75-5.1 2.2-5.9 5.9-.75-3.7-2.2-5.1-5.9-5.9 3.7-.8 5.1-2.2 5.9-5.9z"
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
