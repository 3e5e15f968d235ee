import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findSavedSearches } from '#app/domain/sponsorship/find-saved-searches.server.ts';
import { saveSearch } from '#app/domain/sponsorship/save-search.server.ts';
import { savedSearchForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { countFresh, mostCounted } from './fresh-ideas.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('sponsorship:searches.title'), noindex: true };

export const loader = forMembers(async ({ person, url }) => {
  const kept = await findSavedSearches({ by: person });
  const fresh = await Promise.all(kept.map(({ query, seenAt }) => countFresh({ query, since: seenAt })));
  return {
    searches: kept.map(({ id, name, query }, at) => ({ id, name, words: wordsOf(query), fresh: fresh[at]! })),
    most: mostCounted,
    asked: url.searchParams.get('tim')?.slice(0, 2000) ?? null,
  };
});

export const action = forMembers(async ({ person, form }) => {
  await saveSearch({ by: person, form: await form(savedSearchForm) });
  return redirect(paths.savedSearches());
});

/** The words and values of a search in a line. */
function wordsOf(query: string): string {
  return [...new URLSearchParams(query).values()].join(' · ');
}

export default function SavedSearches() {
  const { t } = useTranslation();
  const { searches, most, asked } = useLoaderData<typeof loader>();
  const suggested = asked === null ? '' : (new URLSearchParams(asked).get('q') ?? '');
  return (
    <Page title={t('sponsorship:searches.title')} lead={t('sponsorship:searches.lead')} width="form">
      {asked !== null && (
        <Section title={t('sponsorship:searches.saveTitle')}>
          <Form id="save">
            <HiddenField name="query" value={asked} />
            <TextField
              name="name"
              label={t('sponsorship:searches.name')}
              hint={
                [...new URLSearchParams(asked).values()].filter(Boolean).join(' · ') ||
                t('sponsorship:searches.everything')
              }
              defaultValue={suggested}
              max={120}
              required
            />
            <FormActions>
              <Button icon="bookmark">{t('sponsorship:searches.send')}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      {searches.length === 0 ? (
        <EmptyState icon="bookmark" title={t('sponsorship:searches.none')}>
          {t('sponsorship:searches.noneWhy')}
        </EmptyState>
      ) : (
        <ul className="space-y-3">
          {searches.map((search) => (
            <Card key={search.id} as="li">
              <div className="flex flex-wrap items-start justify-between gap-3">
                <div className="min-w-0 flex-1 basis-48">
                  <p className="font-semibold wrap-anywhere">{search.name}</p>
                  <p className="text-sm text-muted wrap-anywhere">
                    {search.words || t('sponsorship:searches.everything')}
                  </p>
                  <p className="mt-1">
                    {search.fresh === 0 ? (
                      <span className="text-sm text-muted">{t('sponsorship:searches.nothingNew')}</span>
                    ) : (
                      <Badge tone="joy">
                        {search.fresh >= most
                          ? t('sponsorship:searches.freshMore', { count: most })
                          : t('sponsorship:searches.fresh', { count: search.fresh })}
                      </Badge>
                    )}
                  </p>
                </div>
                <div className="flex flex-wrap gap-2">
                  <ActButton
                    action={paths.savedSearchOpening()}
                    fields={{ id: search.id }}
                    label={t('sponsorship:searches.open')}
                    describe={t('sponsorship:searches.openOne', { name: search.name })}
                    tone="primary"
                    size="sm"
                  />
                  <ActButton
                    action={paths.savedSearchRemoval()}
                    fields={{ id: search.id }}
                    label={t('sponsorship:searches.remove')}
                    describe={t('sponsorship:searches.removeOne', { name: search.name })}
                    size="sm"
                  />
                </div>
              </div>
            </Card>
          ))}
        </ul>
      )}
    </Page>
  );
}
