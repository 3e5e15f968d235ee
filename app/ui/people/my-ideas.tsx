import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { IdeaState } from '#app/domain/ideas/idea.ts';
import { paths } from '#app/paths.ts';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Time } from '#app/ui/controls/time.tsx';

type MyIdea = { slug: string; title: string; state: IdeaState; lead: boolean; changedAt: Date };

const tones: Record<IdeaState, BadgeTone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'info',
  RETURNED: 'warn',
  PUBLISHED: 'ok',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
};

export function MyIdeas({ ideas }: { ideas: readonly MyIdea[] }) {
  const { t } = useTranslation();
  if (ideas.length === 0) {
    return (
      <EmptyState icon="spark" title={t('people:mine.noIdeas')}>
        {t('people:mine.noIdeasWhy')}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {ideas.map((idea) => (
        <li key={idea.slug} className="flex justify-between gap-x-6 gap-y-1 py-3 max-sm:flex-col sm:items-center">
          <span className="min-w-0">
            <Link to={paths.idea(idea)} className="link font-semibold wrap-anywhere">
              {idea.title || t('people:waiting.untitled')}
            </Link>
            <span className="block text-sm text-muted">
              {t(idea.lead ? 'people:mine.lead' : 'people:mine.member')} · <Time at={idea.changedAt} form="ago" />
            </span>
          </span>
          <span className="shrink-0">
            <Badge tone={tones[idea.state]}>{t(`ideas:states.${idea.state}`)}</Badge>
          </span>
        </li>
      ))}
    </ul>
  );
}
