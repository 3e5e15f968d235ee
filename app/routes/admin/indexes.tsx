import { useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isAdministrator } from '#app/domain/people/actor.ts';
import { NotAllowed } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Progress } from '#app/ui/controls/progress.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ideaEngines } from '#search/engines.server.ts';
import { measuredSearches } from '#search/measures.ts';
import { indexStatus, isRebuilding } from '#search/status.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('admin:indexes.title') };

export const loader = forStaff(async ({ person }) => {
  if (!isAdministrator(person)) throw new NotAllowed({ key: 'people:refusals.administratorsOnly' });
  const { meilisearch, postgres, takeOver } = ideaEngines();
  const engines = [meilisearch, postgres].filter((engine) => engine !== null);
  const indexes = await Promise.all(
    engines.map(async (engine) => {
      const { health, ideas, waiting, oldest, refused, index } = await indexStatus(engine);
      const measured = measuredSearches().get(engine.name);
      return {
        engine: engine.name,
        answering: takeOver.current === engine,
        health,
        ideas,
        waiting,
        oldest,
        refused: refused.map(({ documentId, refused: why }) => ({ id: documentId, why })),
        behindSince: index?.behindSince ?? null,
        failure: index?.failure ?? null,
        syncedAt: index?.syncedAt ?? null,
        checkedAt: index?.checkedAt ?? null,
        rebuild: index && {
          underWay: isRebuilding(index),
          askedAt: index.rebuildAskedAt,
          began: index.rebuildBegan,
          ended: index.rebuildEnded,
          done: index.rebuildDone,
          total: index.rebuildTotal,
        },
        searches: measured?.searches ?? 0,
        standIns: measured?.standIns ?? 0,
        empty: measured?.empty ?? 0,
        meanMs: measured === undefined ? null : Math.round((10_000 * measured.seconds) / measured.searches) / 10,
      };
    }),
  );
  return { indexes };
});

type Index = ReturnType<typeof useLoaderData<typeof loader>>['indexes'][number];

export default function Indexes() {
  const { t } = useTranslation();
  const { indexes } = useLoaderData<typeof loader>();
  useNewFigures(indexes.some(({ rebuild, waiting }) => rebuild?.underWay || waiting > 0));
  return (
    <Page
      title={t('admin:indexes.title')}
      lead={t('admin:indexes.lead')}
      trail={[{ to: paths.administration(), label: t('admin:title') }]}
    >
      {indexes.length === 1 && <Notice tone="info">{t('admin:indexes.alone')}</Notice>}
      <ul className="grid gap-5 lg:grid-cols-2">
        {indexes.map((index) => (
          <Card key={index.engine} as="li" className="space-y-4">
            <Head index={index} />
            {index.rebuild?.underWay && <Rebuilding rebuild={index.rebuild} />}
            <Figures index={index} />
            <ActButton
              action={paths.indexRebuilding(index)}
              label={t('admin:indexes.rebuild')}
              describe={t('admin:indexes.rebuildOne', { engine: t(`admin:indexes.engines.${index.engine}`) })}
              confirm={t('admin:indexes.rebuildMeaning')}
              confirmLabel={t('admin:indexes.rebuildNow')}
            />
          </Card>
        ))}
      </ul>
    </Page>
  );
}

/** While something is on its way the page looks again by itself; without script it is read anew by hand. */
function useNewFigures(moving: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!moving || state !== 'idle') return;
    const timer = setTimeout(revalidate, 2_000);
    return () => clearTimeout(timer);
  }, [moving, state, revalidate]);
}

function Head({ index }: { index: Index }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-start justify-between gap-2">
      <h2 className="text-xl">
        {t(`admin:indexes.engines.${index.engine}`)}{' '}
        {index.health.version && <span className="figures text-base text-muted">{index.health.version}</span>}
      </h2>
      <span className="flex flex-wrap gap-2">
        {index.answering && <Badge tone="info">{t('admin:indexes.answering')}</Badge>}
        {index.health.ok ? (
          <Badge tone="ok" icon="check">
            {t('admin:indexes.healthy')}
          </Badge>
        ) : (
          <Badge tone="danger">{t('admin:indexes.gone')}</Badge>
        )}
      </span>
    </div>
  );
}

function Rebuilding({ rebuild }: { rebuild: NonNullable<Index['rebuild']> }) {
  const { t } = useTranslation();
  const waits = rebuild.askedAt !== null && new Date(rebuild.askedAt) > new Date(rebuild.began ?? 0);
  return (
    <div role="status">
      <Progress
        label={t(waits ? 'admin:indexes.rebuildWaits' : 'admin:indexes.rebuilding')}
        value={waits ? 0 : rebuild.done}
        max={rebuild.total}
      />
    </div>
  );
}

function Figures({ index }: { index: Index }) {
  const { t } = useTranslation();
  const never = <span className="text-muted">{t('admin:indexes.never')}</span>;
  const { rebuild } = index;
  return (
    <>
      {index.behindSince && (
        <Notice tone="warning">
          {t('admin:indexes.behind')} <Time at={index.behindSince} form="ago" /> ({index.failure})
        </Notice>
      )}
      <DefinitionList
        items={[
          {
            label: t('admin:indexes.documents'),
            value: (
              <>
                <Num value={index.health.documents ?? 0} /> / <Num value={index.ideas} />
              </>
            ),
          },
          { label: t('admin:indexes.waiting'), value: <Num value={index.waiting} /> },
          { label: t('admin:indexes.oldest'), value: index.oldest ? <Time at={index.oldest} form="ago" /> : '–' },
          { label: t('admin:indexes.synced'), value: index.syncedAt ? <Time at={index.syncedAt} /> : never },
          { label: t('admin:indexes.checked'), value: index.checkedAt ? <Time at={index.checkedAt} /> : never },
          {
            label: t('admin:indexes.rebuilt'),
            value: rebuild?.ended ? (
              <>
                <Time at={rebuild.ended} />
                {rebuild.began && new Date(rebuild.began) < new Date(rebuild.ended) && (
                  <span className="text-muted">
                    {' · '}
                    {t('admin:indexes.rebuiltIn', {
                      count: rebuild.total,
                      documents: rebuild.total,
                      seconds: Math.max(
                        1,
                        Math.round((new Date(rebuild.ended).getTime() - new Date(rebuild.began).getTime()) / 1_000),
                      ),
                    })}
                  </span>
                )}
              </>
            ) : (
              never
            ),
          },
          {
            label: t('admin:indexes.searches'),
            value:
              index.meanMs === null
                ? '0'
                : t('admin:indexes.searchesTold', {
                    count: index.searches,
                    searches: index.searches,
                    ms: index.meanMs,
                    empty: index.empty,
                    standIns: index.standIns,
                  }),
          },
          {
            label: t('admin:indexes.refused'),
            value:
              index.refused.length === 0
                ? null
                : index.refused.map(({ id, why }) => (
                    <span key={id} className="block text-sm wrap-anywhere">
                      <code>{id}</code>: {why}
                    </span>
                  )),
          },
        ]}
      />
    </>
  );
}
