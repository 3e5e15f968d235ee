const shapes = {
  arrowRight: <path d="M4 12h15m-6-6 6 6-6 6" />,
  bell: <path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5a2.2 2.2 0 0 0 4 0" />,
  bookmark: <path d="M6.5 3.5h11v17L12 16.2l-5.5 4.300z" />,
  building: <path d="M4 20.500h16M6 20.500V8l6-4.500L18 8v12.500M10 20.500v-5h4v5M9.5 10.500h.01M14.5 10.500h.01" />,
  calendar: <path d="M4 6.500h16v13.500H4zM4 10.500h16M8 3.500v4M16 3.500v4" />,
  chart: <path d="M4 20.500h16M7 17v-5M12 17V5M17 17V9" />,
  chat: <path d="M4 5h16v11.500h-9L6.5 20v-3.500H4z" />,
  check: <path d="m5 12.5 4.5 4.500L19 7.5" />,
  chevronDown: <path d="m6 9.5 6 6 6-6" />,
  chevronLeft: <path d="m14.5 6-6 6 6 6" />,
  chevronRight: <path d="m9.5 6 6 6-6 6" />,
  clipboard: <path d="M8 5H5.500v15.500h13V5H16M8.5 3.500h7v3.500h-7zM9 12l2 2 4-4" />,
  clock: <path d="M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.500V12l3.2 2" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  download: <path d="M12 4v11m-4.5-4.500L12 15l4.5-4.500M5 20h14" />,
  edit: <path d="m4.5 19.5 1-4L16 5l3 3L8.5 18.500zM14 7l3 3" />,
  external: <path d="M10 5H5v14h14v-5M13.5 4.500h6v6M19 5l-8 8" />,
  eye: (
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.200a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.600z" />
  ),
  file: <path d="M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12.500h6M9 16h6" />,
  filter: <path d="M4 6h16M7 12h10M10 18h4" />,
  flag: <path d="M5.5 21V4h12l-2 4 2 4h-12" />,
  globe: (
    <path d="M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17" />
  ),
  handshake: <path d="m3 8 4-1.5 4 1.5 2-1 4-.5 4 2v7l-3 1-5 4-4-2-4-3H3zM11 8l-2 4c2 1 3.5 0 4.5-1.500L18 15.5" />,
  history: <path d="M4 12a8 8 0 1 0 2.6-5.900L4 8.500M4 4v4.500h4.500M12 8v4l3 2" />,
  home: <path d="m4 11 8-7 8 7M6 9.500v10.500h12V9.500M10 20v-5.500h4V20" />,
  inbox: <path d="M4 13.5 6.5 5h11l2.5 8.500V19.500H4zM4 13.500h4.500l1.5 2.500h4l1.5-2.500H20" />,
  info: <path d="M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.500M12 7.600v.01" />,
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1" />
  ),
  lock: <path d="M6 11h12v9H6zM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11M12 14.500v2" />,
  mail: <path d="M3.5 6h17v12.500h-17zM4 6.500l8 6.5 8-6.5" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  minus: <path d="M5 12h14" />,
  pin: (
    <path d="M12 21s-6.5-5.5-6.5-11a6.5 6.5 0 0 1 13 0c0 5.5-6.5 11-6.5 11zM12 7.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400z" />
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  print: <path d="M7 8.500V4h10v4.500M7 17H4V8.500h16V17h-3M7 14h10v6.500H7z" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20 20" />,
  send: <path d="M4 11.5 20 4l-5 16-3.5-6.500zM11.5 13.5 20 4" />,
  settings: (
    <path d="M5 7h8M17 7h2M5 17h2M11 17h8M15 4.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400zM9 14.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400z" />
  ),
  share: <path d="M12 15V4M8 7.5 12 3.500l4 4M7 11H5v9.500h14V11h-2" />,
  shield: <path d="M12 3.5 19 6v6c0 4.5-3 7-7 8.5-4-1.5-7-4-7-8.500V6zM9 12l2.2 2.200L15.5 10" />,
  signOut: <path d="M10 4H5v16h5M14 8l4 4-4 4M18 12H9.5" />,
  sort: <path d="M8 5v14m-3.5-3.500L8 19l3.5-3.500M16 19V5m-3.5 3.500L16 5l3.5 3.5" />,
  spark: <path d="M12 3c.8 5 3.5 8 9 9-5.5 1-8.2 4-9 9-.8-5-3.5-8-9-9 5.5-1 8.2-4 9-9z" />,
  star: <path d="m12 4 2.5 5.2 5.7.8-4.1 4 1 5.700L12 17l-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />,
  trash: <path d="M5 7h14M9.5 7V4.500h5V7M7 7l1 13h8l1-13M10.5 11v5.500M13.5 11v5.5" />,
  trophy: (
    <path d="M8 4h8v6a4 4 0 0 1-8 0zM8 6H4.500c0 3 1 4.5 3.6 4.900M16 6h3.500c0 3-1 4.5-3.6 4.900M12 14v3.500M8 20.500h8M9.5 20.500c0-2 1-3 2.5-3s2.5 1 2.5 3" />
  ),
  upload: <path d="M12 15V4M7.5 8.5 12 4l4.5 4.500M5 20h14" />,
  user: <path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.500c.5-4.5 3.5-6 7.5-6s7 1.5 7.5 6" />,
  users: (
    <path d="M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c.4-4 3-5.5 6.5-5.500s6.1 1.5 6.5 5.500M15.5 5.200a3.5 3.5 0 0 1 0 6.600M18 14.900c2.1.8 3.3 2.4 3.5 5.1" />
  ),
  warning: <path d="M12 4 2.8 20h18.400zM12 10v5M12 17.600v.01" />,
};

export type IconName = keyof typeof shapes;

/** Our own line drawings on a grid of 24. Decoration only: the words beside it, or the label of its button, say the same. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`inline-block shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
