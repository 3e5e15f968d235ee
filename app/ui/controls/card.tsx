import type { ReactNode } from 'react';

/** A sheet of paper on the page: for things one may open, and for groups that must be told apart. */
export function Card({
  as: Tag = 'div',
  className = '',
  children,
}: {
  as?: 'div' | 'article' | 'section' | 'li' | 'aside';
  className?: string;
  children: ReactNode;
}) {
  return (
    <Tag
      className={`min-w-0 rounded-card border border-line bg-surface p-5 shadow-card print:shadow-none ${className}`}
    >
      {children}
    </Tag>
  );
}
