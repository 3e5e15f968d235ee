import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { useShell } from '#app/ui/layout/viewer.ts';

type Endorsing = { count: number | null; endorsed: boolean; following: boolean; may: boolean };
type Props = { idea: { slug: string; endorsing: Endorsing }; size?: 'sm' | 'md' };

/** Two buttons; a stranger is led to the sign-in page and back. */
export function EndorsingActs({ idea, size = 'md' }: Props) {
  const { t } = useTranslation();
  const viewer = useShell()?.viewer ?? null;
  const { endorsed, following, may } = idea.endorsing;
  if (viewer === null) {
    return (
      <ButtonLink to={paths.signIn({ next: paths.idea(idea) })} icon="star" tone="secondary" size={size}>
        {t('ideas:endorsing.endorse')}
      </ButtonLink>
    );
  }
  if (!may && !endorsed && !following) return null;
  return (
    <>
      {endorsed ? (
        <ActButton
          action={paths.endorsementWithdrawal(idea)}
          label={t('ideas:endorsing.endorsed')}
          describe={t('ideas:endorsing.withdraw')}
          icon="check"
          tone="secondary"
          size={size}
        />
      ) : (
        <ActButton action={paths.endorsement(idea)} label={t('ideas:endorsing.endorse')} icon="star" size={size} />
      )}
      {following ? (
        <ActButton
          action={paths.followEnding(idea)}
          label={t('ideas:endorsing.following')}
          describe={t('ideas:endorsing.unfollow')}
          icon="check"
          tone="quiet"
          size={size}
        />
      ) : (
        <ActButton
          action={paths.follow(idea)}
          label={t('ideas:endorsing.follow')}
          icon="bell"
          tone="quiet"
          size={size}
        />
      )}
    </>
  );
}

/** How many stand behind it, or why that is not said now. */
export function EndorsingCount({ endorsing }: { endorsing: Endorsing }) {
  const { t } = useTranslation();
  if (endorsing.count === null) return <p className="text-sm text-muted">{t('ideas:endorsing.hidden')}</p>;
  return endorsing.count === 0 ? null : <p>{t('ideas:endorsing.count', { count: endorsing.count })}</p>;
}
