import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reasonForm } from '#app/domain/contests/contest-form.ts';
import { findOutsidePage } from '#app/domain/contests/find-outside-page.server.ts';
import { setEntryOutside } from '#app/domain/contests/set-entry-outside.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:outside.title')} – ${t('contests:entry.number', { number: data.entry.number })}`,
};

export const loader = forOfficers(async ({ person, part }) =>
  findOutsidePage({ slug: part('slug'), number: numberIn(part('number')), by: person }),
);

export const action = forOfficers(async ({ person, part, form }) => {
  const { reason } = await form(reasonForm);
  const [slug, number] = [part('slug'), numberIn(part('number'))];
  await setEntryOutside({ by: person, slug, number, reason });
  return redirect(paths.entryOutside({ slug }, { number }));
});

export default function EntryOutside() {
  const { t } = useTranslation();
  const { contest, entry, marks, inForce, mayChange } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('organising:outside.title')}
      lead={`${t('contests:entry.number', { number: entry.number })}: ${entry.title}`}
      badges={inForce && <Badge tone="warn">{t('contests:entry.outside')}</Badge>}
      trail={useManagedTrail(contest, { to: paths.managedEntries(contest), label: t('organising:managed.entries') })}
      width="form"
    >
      <p className="text-muted">{t('organising:outside.meaning')}</p>
      {inForce?.byRule ? (
        <Notice>{t('organising:outside.byRule')}</Notice>
      ) : (
        mayChange && (
          <Form id="outside" action={inForce ? paths.entryOutsideEnding(contest, entry) : undefined}>
            <TextArea
              name="reason"
              label={t('organising:outside.reason')}
              hint={t('organising:outside.reasonHint')}
              rows={3}
              max={2000}
              required
            />
            <FormActions>
              <Button tone={inForce ? 'primary' : 'danger'}>
                {t(inForce ? 'organising:outside.end' : 'organising:outside.set')}
              </Button>
            </FormActions>
          </Form>
        )
      )}
      <Section title={t('organising:outside.past')}>
        {marks.length === 0 ? (
          <EmptyState icon="flag" title={t('organising:outside.none')} />
        ) : (
          <ul className="space-y-4">
            {marks.map((mark) => (
              <li key={mark.id} className="wrap-anywhere">
                <p>
                  <Time at={mark.at} /> · {mark.by ?? t('organising:outside.theRules')}
                </p>
                <p className="text-muted">
                  {mark.rule === null
                    ? mark.reason
                    : t(
                        mark.rule === 'some'
                          ? 'organising:outside.someRule'
                          : `organising:outside.rules.${mark.rule as 'board'}`,
                      )}
                </p>
                {mark.withdrawnAt && (
                  <p className="mt-1 text-sm">
                    {t('organising:outside.ended')} <Time at={mark.withdrawnAt} />
                    {mark.withdrawnBy && ` · ${mark.withdrawnBy}`}
                    {mark.withdrawReason && `: ${mark.withdrawReason}`}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
