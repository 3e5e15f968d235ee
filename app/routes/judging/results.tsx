import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { findVerification } from '#app/domain/judging/record/find-bundles.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone, insistOn } from '#app/routes/door.server.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { StandingsTable } from '#app/ui/judging/standings-table.tsx';
import { VerificationBox } from '#app/ui/judging/verification.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('judging:results.windowTitle', { contest: data.contest.name }),
};

export const loader = forAnyone(async ({ person, part }) => {
  const results = insistOn(await findResults({ slug: part('slug') }));
  return { ...results, verification: await findVerification({ by: person, slug: part('slug') }) };
});

export default function Results() {
  const { t } = useTranslation();
  const { contest, rounds, verification } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('judging:results.title')}
      lead={contest.name}
      trail={[
        { to: paths.contests(), label: t('contests:list.title') },
        { to: paths.contest(contest), label: contest.name },
      ]}
    >
      {rounds.length === 0 && (
        <EmptyState icon="clock" title={t('judging:results.notYet')}>
          {t('judging:results.notYetWhy')}
        </EmptyState>
      )}
      {rounds.map((round) => (
        <div key={round.number} className="space-y-6">
          <Section
            title={round.name}
            lead={
              <>
                {t(`judging:decidedBy.${round.method}`)} <Time at={round.computedAt} />
              </>
            }
          >
            <div className="space-y-6">
              {round.why && <Notice tone="warning">{t(`judging:noModel.${round.why as 'one-judge'}`)}</Notice>}
              {round.cut !== null && <p className="text-muted">{t('judging:results.cut', { count: round.cut })}</p>}
              {round.divisions.map((division) => (
                <Section key={division.slug} title={division.name} level={3}>
                  {division.groups.length > 1 && (
                    <div className="mb-4">
                      <Notice tone="warning">{t('judging:results.notComparable')}</Notice>
                    </div>
                  )}
                  <div className="space-y-6">
                    {division.groups.map((rows, index) => (
                      <div key={rows[0]?.number}>
                        {division.groups.length > 1 && (
                          <p className="mb-2 font-semibold">
                            {t('judging:results.group', { division: division.name, number: index + 1 })}
                          </p>
                        )}
                        <StandingsTable
                          caption={division.name}
                          rows={rows.map((row) => ({
                            ...row,
                            to: row.ideaSlug === null ? null : paths.idea({ slug: row.ideaSlug }),
                          }))}
                          method={round.method}
                          cut={round.cut}
                          wanted={round.reviewsPerEntry}
                        />
                      </div>
                    ))}
                  </div>
                </Section>
              ))}
            </div>
          </Section>
        </div>
      ))}
      {rounds.length > 0 && (
        <Section title={t('judging:results.how')}>
          <ul className="max-w-reading list-disc space-y-1.5 pl-5">
            {(['mean', 'adjusted', 'interval', 'tooCloseMeaning', 'names'] as const).map((line) => (
              <li key={line}>{t(`judging:results.explained.${line}`)}</li>
            ))}
          </ul>
        </Section>
      )}
      {rounds.length > 0 && contest.prizes.trim() !== '' && (
        <Section title={t('contests:page.prizes')}>
          <Written text={contest.prizes} />
        </Section>
      )}
      {verification !== null && <VerificationBox contest={contest} verification={verification} />}
    </Page>
  );
}
