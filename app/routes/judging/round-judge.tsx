import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findRoundSheets } from '#app/domain/judging/find-round-sheets.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { RoundSheets } from '#app/ui/judging/round-sheets.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (_, data) => `${data.of.title ?? data.of.name ?? ''} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part }) =>
  findRoundSheets({
    slug: part('slug'),
    number: numberIn(part('number')),
    by: person,
    of: { judge: numberIn(part('judge')) },
  }),
);

export default function RoundJudge() {
  const { t } = useTranslation();
  const { contest, round, of, criteria, sheets } = useLoaderData<typeof loader>();
  return (
    <Page
      title={of.title ?? of.name}
      lead={t('results:sheetsCount', { count: sheets.length })}
      trail={useManagedTrail(contest, { to: paths.managedRound(contest, round), label: round.name })}
    >
      <RoundSheets caption={t('judging:fields.sheets')} by="entry" sheets={sheets} criteria={criteria} />
    </Page>
  );
}
