import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { appealForm } from '#app/domain/awards/appeal.ts';
import { findOwnAppeals } from '#app/domain/awards/find-appeals.server.ts';
import { makeAppeal } from '#app/domain/awards/make-appeal.server.ts';
import { findEntry } from '#app/domain/contests/find-entry.server.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { forMembers, insistOn } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { AppealView } from '#app/ui/awards/appeal-view.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('awards:appeal.title'), noindex: true };

export const loader = forMembers(async ({ person, part }) => {
  const entry = insistOn(await findEntry({ slug: part('slug'), number: numberIn(part('number')), by: person }));
  if (!entry.onTeam) throw new NotFound();
  const { id, number, contest, text } = entry;
  return {
    entry: { number, title: text.title },
    contest,
    rounds: await findOwnAppeals({ entryId: id, personId: person.id }),
  };
});

export const action = forMembers(async ({ person, part, form }) => {
  const slug = part('slug');
  const entryNumber = numberIn(part('number'));
  const { round, text } = await form(appealForm);
  await makeAppeal({ by: person, slug, number: round, entryNumber, text });
  return redirect(paths.ownAppeal({ slug }, { number: entryNumber }));
});

export default function OwnAppeal() {
  const { t } = useTranslation();
  const { entry, contest, rounds } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('awards:appeal.title')}
      lead={t('awards:appeal.lead')}
      width="form"
      trail={[
        { to: paths.contest(contest), label: contest.name },
        { to: paths.entry(contest, entry), label: entry.title },
      ]}
    >
      {rounds.every(({ open, appeal }) => !open && appeal === null) && (
        <EmptyState icon="clock" title={t('awards:appeal.none')}>
          {t(rounds.some(({ until }) => until !== null) ? 'awards:refusals.appealOver' : 'awards:refusals.noAppeals')}
        </EmptyState>
      )}
      {rounds.map(({ round, until, open, appeal }) => (
        <Section key={round.number} title={round.name}>
          {appeal !== null && <AppealView appeal={appeal} />}
          {open && (
            <Form id={`round-${round.number}`}>
              <HiddenField name="round" value={round.number} />
              {until && (
                <p>
                  {t('awards:appeal.until')} <Time at={until} />
                </p>
              )}
              <TextArea name="text" label={t('awards:appeal.text')} rows={6} max={5000} required />
              <FormActions>
                <Button>{t('awards:appeal.send')}</Button>
              </FormActions>
            </Form>
          )}
        </Section>
      ))}
    </Page>
  );
}
