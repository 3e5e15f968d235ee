import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Highlighted, type Piece } from './highlighted.tsx';
import { StageBadge } from './stage-badge.tsx';

export type FoundIdeaRow = {
  slug: string;
  marked: { title: Piece[]; abstract: Piece[]; body: Piece[] | null };
  field: string | null;
  place: string | null;
  stage: string;
  lookingFor: string[];
  authorNames: string[];
  publishedAt: number;
};

/** An idea in a list: what it is, why it was found, who and where, how far, what it is looking for. */
export function FoundIdea({ idea }: { idea: FoundIdeaRow }) {
  const { t } = useTranslation();
  const told = [...new Set([...idea.authorNames.slice(0, 3), idea.place, idea.field])].filter((part) => part !== null);
  return (
    <li className="border-b border-line py-4">
      <h2 className="text-lg leading-snug font-semibold wrap-anywhere">
        <Link to={paths.idea(idea)} prefetch="intent" className="hover:text-action-ink hover:underline">
          <Highlighted pieces={idea.marked.title} />
        </Link>
      </h2>
      {idea.marked.abstract.length > 0 && (
        <p className="mt-0.5 line-clamp-2 wrap-anywhere">
          <Highlighted pieces={idea.marked.abstract} />
        </p>
      )}
      {idea.marked.body && (
        <p className="mt-1 line-clamp-2 text-sm wrap-anywhere text-muted">
          <Highlighted pieces={idea.marked.body} />
        </p>
      )}
      <p className="mt-1 text-sm wrap-anywhere text-muted">
        {told.map((part) => (
          <span key={part}>
            {part}
            {'\u00a0· '}
          </span>
        ))}
        <Time at={new Date(idea.publishedAt)} form="ago" />
      </p>
      <p className="mt-2 flex flex-wrap gap-1.5">
        <StageBadge stage={idea.stage} />
        {idea.lookingFor.length > 0 && (
          <Badge tone="info" icon="handshake">
            {t('search:looksFor', { what: idea.lookingFor.map((one) => t(`search:lookingFor.${one}`)).join(', ') })}
          </Badge>
        )}
      </p>
    </li>
  );
}
