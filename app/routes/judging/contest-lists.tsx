import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs, useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:lists.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
}));

export default function ContestLists() {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('judging:lists.title')}
      lead={t('judging:lists.lead')}
      trail={useManagedTrail(contest, { to: paths.managedEntries(contest), label: t('organising:managed.entries') })}
    >
      <ManagedContestTabs contest={contest} />
      {!contest.may.seeTeams && <Notice>{t('judging:refusals.listBlind')}</Notice>}
      <ul className="grid gap-4 lg:grid-cols-2">
        {contest.may.seeTeams &&
          (['contacts', 'files'] as const).map((kind) => (
            <ListCard key={kind} kind={kind} title={t(`judging:lists.${kind}`)} text={t(`judging:lists.${kind}Text`)} />
          ))}
        {contest.rounds.map((round) => (
          <ListCard
            key={round.number}
            kind="marks"
            round={round.number}
            title={`${t('judging:lists.marks')} – ${round.name}`}
            text={t('judging:lists.marksText')}
          />
        ))}
      </ul>
    </Page>
  );
}

/** A file is answered, so the browser itself sends the form. */
function ListCard({ kind, round, title, text }: { kind: string; round?: number; title: string; text: string }) {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  return (
    <li className="rounded-card border border-line bg-surface p-4">
      <h2 className="text-lg">{title}</h2>
      <p className="mt-1 text-muted">{text}</p>
      <form method="post" action={paths.listFile(contest)} className="mt-3">
        <HiddenField name="list" value={kind} />
        {round !== undefined && <HiddenField name="round" value={round} />}
        <Button tone="secondary" size="sm" icon="download">
          {t('judging:lists.take')}
        </Button>
      </form>
    </li>
  );
}
