import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findOpenContests } from '#app/domain/contests/find-open-contests.server.ts';
import { countIdeasOnTheWay } from '#app/domain/ideas/count-ideas-on-the-way.server.ts';
import { findLatestIdeas } from '#app/domain/ideas/find-latest-ideas.server.ts';
import { findKeptPromises } from '#app/domain/sponsorship/find-kept-promises.server.ts';
import { findProvinces } from '#app/domain/units/find-provinces.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders } from '#app/routes/door.server.ts';
import { Funnel } from '#app/ui/charts/funnel.tsx';
import { ProvinceTiles } from '#app/ui/charts/province-tiles.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { SearchField } from '#app/ui/controls/search-field.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Section } from '#app/ui/layout/page.tsx';
import { NewIdeaRow } from '#app/ui/site/idea-row.tsx';
import { OpenContestCard } from '#app/ui/site/open-contest-card.tsx';

export const loader = forReaders(async ({ now }) => {
  const [contests, newest, onTheWay, promises, provinces] = await Promise.all([
    findOpenContests({ at: now, count: 4 }),
    findLatestIdeas({ limit: 6 }),
    countIdeasOnTheWay(),
    findKeptPromises({ limit: 3 }),
    findProvinces(),
  ]);
  return {
    contests,
    onTheWay,
    promises: promises.map(({ idea, business, confirmedAt }) => ({ idea, business, confirmedAt })),
    provinces: provinces.map(({ slug, name, code, ideas }) => ({ slug, name, code, ideas })),
    newest: newest.map(({ slug, title, abstract, province, publishedAt }) => ({
      slug,
      title,
      abstract,
      province: province?.name ?? null,
      publishedAt,
    })),
  };
});

export default function Home() {
  const { t } = useTranslation();
  const { contests, newest, onTheWay, promises, provinces } = useLoaderData<typeof loader>();
  const steps = (['proposed', 'published', 'inContest', 'mentored', 'applied'] as const).map((key) => ({
    key,
    label: t(`site:home.steps.${key}`),
    count: onTheWay[key],
  }));
  return (
    <>
      <div className="on-deep bg-deep text-on-deep">
        <div className="mx-auto grid max-w-wide items-center gap-8 px-4 py-10 sm:py-14 lg:grid-cols-[1fr_22rem]">
          <div className="max-w-2xl">
            <h1 className="text-4xl sm:text-5xl">{t('site:home.headline')}</h1>
            <p className="mt-4 text-lg">{t('site:home.sentence')}</p>
            <div className="mt-6">
              <ButtonLink to={paths.newIdea()} tone="joy" icon="spark" className="min-h-13 px-6 text-lg">
                {t('site:nav.newIdea')}
              </ButtonLink>
            </div>
            <Form method="get" action={paths.ideas()} role="search" className="mt-6 max-w-xl text-ink">
              <SearchField
                label={t('site:home.searchLabel')}
                placeholder={t('site:home.searchPlaceholder')}
                describedBy="q-hint"
                focused
                onDeep
              />
              <p id="q-hint" className="mt-2 text-sm text-on-deep">
                {t('site:home.looking')}
              </p>
            </Form>
          </div>
          <HeroSpark />
        </div>
      </div>
      <div className="mx-auto max-w-wide space-y-14 px-4 pt-10">
        <Section
          title={t('site:home.contests')}
          actions={<MoreLink to={paths.contests()}>{t('site:home.allContests')}</MoreLink>}
        >
          {contests.length === 0 ? (
            <EmptyState icon="trophy" title={t('site:home.noContests')}>
              {t('site:home.noContestsWhy')}
            </EmptyState>
          ) : (
            <ul className="grid gap-4 sm:grid-cols-2">
              {contests.map((contest) => (
                <OpenContestCard key={contest.slug} contest={contest} />
              ))}
            </ul>
          )}
        </Section>
        <div className="grid gap-14 lg:grid-cols-2 lg:gap-10">
          <div className="space-y-14">
            <Section
              title={t('site:home.newest')}
              actions={<MoreLink to={paths.ideas()}>{t('site:home.allIdeas')}</MoreLink>}
            >
              {newest.length === 0 ? (
                <EmptyState title={t('site:home.noIdeas')}>{t('site:home.noIdeasWhy')}</EmptyState>
              ) : (
                <ul className="rounded-card border border-line bg-surface p-2">
                  {newest.map((idea) => (
                    <NewIdeaRow key={idea.slug} idea={idea} />
                  ))}
                </ul>
              )}
            </Section>
            <Section title={t('site:home.funnel')} lead={t('site:home.funnelLead')}>
              <figure className="rounded-card border border-line bg-surface p-4">
                <Funnel steps={steps} />
                <details className="mt-3">
                  <summary className="link inline-block">{t('site:home.funnelTable')}</summary>
                  <div className="mt-3">
                    <Table
                      caption={t('site:home.funnelCaption')}
                      captionHidden
                      rows={steps}
                      rowKey={(step) => step.key}
                      columns={[
                        { key: 'step', label: t('site:home.step'), heading: true, cell: (step) => step.label },
                        {
                          key: 'ideas',
                          label: t('site:home.ideas'),
                          number: true,
                          cell: (step) => <Num value={step.count} />,
                        },
                        {
                          key: 'share',
                          label: t('site:home.share'),
                          number: true,
                          cell: (step) =>
                            onTheWay.proposed === 0 ? (
                              '–'
                            ) : (
                              <>
                                <Num value={(step.count / onTheWay.proposed) * 100} digits={1} /> %
                              </>
                            ),
                        },
                      ]}
                    />
                  </div>
                </details>
              </figure>
            </Section>
            <Section title={t('site:home.how')}>
              <ol className="space-y-4">
                {(['write', 'check', 'go'] as const).map((step, index) => (
                  <li key={step} className="flex gap-4">
                    <span className="figures inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-joy font-bold text-on-joy">
                      {index + 1}
                    </span>
                    <div>
                      <h3 className="text-lg">{t(`site:home.howSteps.${step}.title`)}</h3>
                      <p className="text-muted">{t(`site:home.howSteps.${step}.text`)}</p>
                    </div>
                  </li>
                ))}
              </ol>
            </Section>
          </div>
          <div className="space-y-14">
            {promises.length > 0 && (
              <Section title={t('site:home.promises')}>
                <ul className="rounded-card border border-line bg-surface p-2">
                  {promises.map(({ idea, business, confirmedAt }) => (
                    <li key={idea.slug} className="border-b border-line last:border-0">
                      <Link
                        to={paths.idea(idea)}
                        className="group block rounded-field px-3 py-3.5 hover:bg-action-soft"
                      >
                        <span className="flex gap-3">
                          <Icon name="handshake" className="mt-0.5 size-5 shrink-0 text-action-ink" />
                          <span>
                            {t('site:home.promiseKept', { business })}{' '}
                            <span className="font-semibold group-hover:text-action-ink">{idea.title}</span>
                            <span className="block text-sm text-muted">
                              <Time at={confirmedAt} form="ago" />
                            </span>
                          </span>
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {provinces.length > 0 && <Provinces provinces={provinces} />}
          </div>
        </div>
      </div>
    </>
  );
}

type Province = { slug: string; name: string; code: string | null; ideas: number };

/** A way in by the place one comes from. */
function Provinces({ provinces }: { provinces: Province[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('site:home.map')} lead={t('site:home.mapLead')}>
      <div className="max-w-md">
        <ProvinceTiles
          label={t('site:home.mapCaption')}
          provinces={provinces.map(({ name, code, ideas, slug }) => ({
            name,
            code,
            value: ideas,
            to: paths.unit({ slug }),
          }))}
        />
      </div>
      <details className="mt-3">
        <summary className="link inline-block">{t('site:home.mapTable')}</summary>
        <div className="mt-3 max-w-reading">
          <Table
            caption={t('site:home.mapCaption')}
            captionHidden
            rows={provinces}
            rowKey={(province) => province.slug}
            columns={[
              {
                key: 'name',
                label: t('site:home.province'),
                heading: true,
                cell: (province) => <Link to={paths.unit(province)}>{province.name}</Link>,
              },
              {
                key: 'ideas',
                label: t('site:home.ideas'),
                number: true,
                cell: (province) => <Num value={province.ideas} />,
              },
            ]}
          />
        </div>
      </details>
    </Section>
  );
}

function MoreLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="link -my-2 inline-flex min-h-11 items-center font-semibold">
      {children}
    </Link>
  );
}

/** The mark, large: the accent of the Y on its way up. */
function HeroSpark() {
  return (
    <svg viewBox="2 -1 33 30" className="mx-auto hidden w-72 lg:block" aria-hidden="true">
      <path
        d="M6.6 11.8 13.6 19.6v7.2M19 14.2 13.6 19.6"
        fill="none"
        stroke="#FFFFFF"
        strokeWidth="4.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M23.2 1.6c.75 3.7 2.2 5.1 5.9 5.9-3.7.75-5.1 2.2-5.9 5.9-.75-3.7-2.2-5.1-5.9-5.9 3.7-.8 5.1-2.2 5.9-5.9z"
        fill="#FFC531"
      />
      <path
        d="M29 14.5c.3 1.5.9 2.1 2.4 2.4-1.5.3-2.1.9-2.4 2.4-.3-1.5-.9-2.1-2.4-2.4 1.5-.3 2.1-.9 2.4-2.4z"
        fill="#FFC531"
      />
      <path
        d="M12.5 2.5c.25 1.200.7 1.65 1.9 1.9-1.200.25-1.65.7-1.9 1.9-.25-1.2-.7-1.65-1.9-1.9 1.2-.25 1.65-.7 1.9-1.9z"
        fill="#FFFFFF"
      />
    </svg>
  );
}
