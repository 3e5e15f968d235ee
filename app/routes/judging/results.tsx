import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findResults, type RoundResults } from '#app/domain/judging/find-results.server.ts';
import { findVerification } from '#app/domain/judging/record/find-bundles.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { pageIn } from '#app/routes/page-in.ts';
import { type Winner, Winners } from '#app/ui/awards/winners.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { StandingsTable } from '#app/ui/judging/standings-table.tsx';
import { VerificationBox } from '#app/ui/judging/verification.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('results:windowTitle', { contest: data.contest.name }),
};

/** Rows shown of each division where all stand below one another, and of one division at a time; how many there are is always said. */
const [amongOthers, perPage] = [20, 50];

export const loader = forReaders(async ({ person, part, url }) => {
  const { contest, rounds } = insistOn(await findResults({ slug: part('slug') }));
  const asked = url.searchParams.get('bang');
  const lengths = rounds.flatMap(({ divisions }) =>
    divisions.flatMap(({ slug, groups }) => (slug === asked ? groups.map(({ length }) => length) : [])),
  );
  if (asked !== null && rounds.length > 0) insistOn(lengths[0]);
  const page = asked === null ? 1 : Math.min(pageIn(url), Math.ceil(Math.max(1, ...lengths) / perPage));
  const shown = asked === null ? amongOthers : perPage;
  const start = (page - 1) * perPage;
  return {
    contest,
    asked,
    page,
    rounds: rounds.map(({ divisions, ...round }) => ({
      ...round,
      winners: winnersOf(divisions),
      divisions: divisions
        .filter(({ slug }) => asked === null || slug === asked)
        .map(({ groups, ...division }) => ({
          ...division,
          longest: Math.max(...groups.map(({ length }) => length)),
          groups: groups.map((rows) => ({
            first: rows[0]?.number ?? 0,
            total: rows.length,
            rows: rows.slice(start, start + shown),
          })),
        })),
    })),
    verification: await findVerification({ by: person, slug: part('slug') }),
  };
});

/** Every awarded entry, by division, best first. */
function winnersOf(divisions: RoundResults['divisions']): Winner[] {
  return divisions
    .flatMap(({ name, groups }) => groups.flat().map((row) => ({ row, division: name })))
    .flatMap(({ row, division }): Winner[] => {
      const [inForce, before] = row.outcomes;
      if (inForce === undefined || (inForce.award === null && (before?.award ?? null) === null)) return [];
      const { number, title, ideaSlug, names, unnamed, unit } = row;
      return [{ number, title, ideaSlug, names, unnamed, unit, division, outcome: inForce, before: before ?? null }];
    })
    .sort((a, b) => a.outcome.place - b.outcome.place);
}

export default function Results() {
  const { t } = useTranslation();
  const { contest, rounds, asked, page, verification } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('results:title')}
      lead={contest.name}
      trail={[
        { to: paths.contests(), label: t('contests:list.title') },
        { to: paths.contest(contest), label: contest.name },
        ...(asked === null ? [] : [{ to: paths.results(contest), label: t('results:title') }]),
      ]}
    >
      {rounds.length === 0 && (
        <EmptyState icon="clock" title={t('results:notYet')}>
          {t('results:notYetWhy')}
        </EmptyState>
      )}
      {rounds.map((round) => (
        <div key={round.number} className="space-y-6">
          {asked === null && round.awards.length > 0 && <Winners awards={round.awards} winners={round.winners} />}
          <Section
            title={round.name}
            lead={
              <>
                {t(`results:decidedBy.${round.method}`)} <Time at={round.computedAt} />
              </>
            }
          >
            <div className="space-y-6">
              {round.why && <Notice tone="warning">{t(`results:noModel.${round.why as 'one-judge'}`)}</Notice>}
              {round.cut !== null && <p className="text-muted">{t('results:cut', { count: round.cut })}</p>}
              {round.divisions.map((division) => (
                <Section key={division.slug} title={division.name} level={3}>
                  {division.groups.length > 1 && (
                    <div className="mb-4">
                      <Notice tone="warning">{t('results:notComparable')}</Notice>
                    </div>
                  )}
                  <div className="space-y-6">
                    {division.groups.map(({ first, total, rows }, index) => (
                      <div key={first} className="space-y-2">
                        {division.groups.length > 1 && (
                          <p className="mb-2 font-semibold">
                            {t('results:group', { division: division.name, number: index + 1 })}
                          </p>
                        )}
                        {rows.length > 0 && rows.length < total && (
                          <p className="text-muted">
                            {t('results:part', {
                              from: (page - 1) * perPage + 1,
                              to: (page - 1) * perPage + rows.length,
                              count: total,
                            })}
                          </p>
                        )}
                        <StandingsTable
                          caption={division.name}
                          last={total}
                          rows={rows.map((row) => ({
                            ...row,
                            to: row.ideaSlug === null ? null : paths.idea({ slug: row.ideaSlug }),
                          }))}
                          method={round.method}
                          cut={round.cut}
                          awards={round.awards}
                          lastRound={round.last}
                          wanted={round.reviewsPerEntry}
                        />
                      </div>
                    ))}
                    {division.longest > (asked === null ? amongOthers : perPage) &&
                      (asked === null ? (
                        <Link to={paths.results(contest, { bang: division.slug })} className="link font-semibold">
                          {t('results:whole', { division: division.name, count: division.longest })}
                        </Link>
                      ) : (
                        <Pagination page={page} pages={Math.ceil(division.longest / perPage)} />
                      ))}
                  </div>
                </Section>
              ))}
            </div>
          </Section>
        </div>
      ))}
      {rounds.length > 0 && (
        <Section title={t('results:how')}>
          <ul className="max-w-reading list-disc space-y-1.5 pl-5">
            {(['mean', 'adjusted', 'interval', 'tooCloseMeaning', 'names'] as const).map((line) => (
              <li key={line}>{t(`results:explained.${line}`)}</li>
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
