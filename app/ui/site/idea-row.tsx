import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { Time } from '#app/ui/controls/time.tsx';

export type NewIdea = { slug: string; title: string; abstract: string; province: string | null; publishedAt: Date };

/** A new idea as the home page tells of it. */
export function NewIdeaRow({ idea }: { idea: NewIdea }) {
  return (
    <li className="border-b border-line last:border-0">
      <Link to={paths.idea(idea)} className="group block rounded-field px-3 py-3.5 hover:bg-action-soft">
        <h3 className="text-lg leading-snug font-semibold group-hover:text-action-ink">{idea.title}</h3>
        {idea.abstract && <p className="mt-0.5 line-clamp-2 text-muted">{idea.abstract}</p>}
        <p className="mt-1 text-sm text-muted">
          {idea.province && <>{idea.province} · </>}
          <Time at={idea.publishedAt} form="ago" />
        </p>
      </Link>
    </li>
  );
}
